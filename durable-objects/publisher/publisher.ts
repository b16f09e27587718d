import { DurableObject } from 'cloudflare:workers';
import { type Config, parseConfig } from '../../shared/config/index.ts';
import type { OutboxItem } from '../../shared/db/outbox/outbox-work.ts';
import { deliveryOf, type PublishedPost } from '../../shared/db/posts/publish-posts.ts';
import { ShardRouter } from '../../shared/db/shard-router.ts';
import type { Verdict } from '../../shared/domain/limits/take-attempt.ts';
import { runMigrations } from '../run-migrations.ts';
import type { TimelineCell } from '../timeline-cell/timeline-cell.ts';
import { EntryDelivery } from './entry-delivery.ts';
import { migrations } from './migrations.ts';
import { planDelivery } from './plan-delivery.ts';
import type { PostDraft } from './post-draft.ts';
import { PostWriter } from './post-writer.ts';
import { Rounds } from './rounds.ts';
import { settleWithin } from './settle-within.ts';
import { type LimitedAct, SlottedAttempts } from './slotted-attempts.ts';
import { WorkLedger } from './work-ledger.ts';

/** Attempts that left their window stay this much longer at most. */
const FORGET_EVERY_MS = 3_600_000;

/** A post that is written waits this long (ms) for those of its round in other databases. */
const PATIENCE_MS = 100;

type PublishAct = { draft: PostDraft; limit: LimitedAct | undefined };

/** `not-written`: not all media are free and ready, or the key was used: whoever asked finds out why. */
export type PublishAnswer = { attempt?: Verdict } & (
  | { is: 'written'; post: PublishedPost }
  | { is: 'not-written' | 'limited' }
);

/**
 * Publishes posts in rounds: one transaction a database, one call a cell. It keeps nothing of a post: truth and outbox row
 * are committed together, and what it does not deliver the queue does. It also counts what authors attempt, so that
 * publishing asks no other object.
 */
export class Publisher extends DurableObject<Cloudflare.Env> {
  readonly #config: Config;
  readonly #shards: ShardRouter;
  readonly #attempts: SlottedAttempts;
  readonly #delivery: EntryDelivery;
  readonly #done: WorkLedger;
  readonly #writer: PostWriter;
  readonly #rounds: Rounds<PublishAct, PublishAnswer>;
  #alarmIsSet = false;

  constructor(ctx: DurableObjectState, env: Cloudflare.Env) {
    super(ctx, env);
    runMigrations(ctx.storage, migrations);
    const vars = { ...env } as Record<string, unknown>;
    this.#config = parseConfig(vars);
    this.#shards = new ShardRouter(vars, this.#config.SHARD_MAP);
    this.#attempts = new SlottedAttempts(ctx.storage.sql);
    this.#delivery = new EntryDelivery(env.TIMELINE_CELL as unknown as DurableObjectNamespace<TimelineCell>);
    this.#done = new WorkLedger(this.#shards);
    this.#writer = new PostWriter(this.#shards, this.#done);
    this.#rounds = new Rounds((acts) => this.#publish(acts));
  }

  /**
   * Publishes a post if it can be at once, and with a limit counts the attempt. When this answers, the post is in the
   * author's own cell, unless that failed; the audience's are told meanwhile.
   */
  publish(draft: PostDraft, limit?: LimitedAct): Promise<PublishAnswer> {
    return this.#rounds.submit({ draft, limit });
  }

  /** Counts an attempt of an author, unless it is one too many. */
  async takeAttempt(userId: string, limit: LimitedAct, now: number): Promise<Verdict> {
    const verdict = this.#attempts.take(userId, limit, now);
    await this.#wake();
    return verdict;
  }

  /** Forgets attempts that are over, until none is left. */
  override async alarm(): Promise<void> {
    this.#alarmIsSet = false;
    if (this.#attempts.forgetOld(Date.now()) > 0) await this.#wake();
  }

  /**
   * Attempts are counted in one turn, so that they share a commit, which is durable before anything else leaves. Posts
   * that are written together are announced together, so that a cell is called once.
   */
  #publish(acts: readonly PublishAct[]): Promise<PublishAnswer>[] {
    const attempts = acts.map(({ draft, limit }) => limit && this.#attempts.take(draft.authorId, limit, draft.now));
    const writes = acts.map(({ draft }, at) =>
      attempts[at]?.allowed === false ? undefined : this.#writer.write(draft),
    );
    const together = settleWithin(writes, PATIENCE_MS);
    this.ctx.waitUntil(this.#wake());
    return acts.map(async ({ draft }, at): Promise<PublishAnswer> => {
      const attempt = attempts[at];
      const counted = attempt ? { attempt } : {};
      if (attempt?.allowed === false) return { ...counted, is: 'limited' };
      await together;
      const post = await writes[at];
      if (!post) return { ...counted, is: 'not-written' };
      await this.#announce(draft, post);
      return { ...counted, is: 'written', post };
    });
  }

  async #announce(draft: PostDraft, post: PublishedPost): Promise<void> {
    const { id, author, outboxId } = post;
    const change = { sourceId: author.id, entryId: id, postId: id, revision: 0, present: true };
    const { direct, cells } = planDelivery(draft, post, this.#config);
    const [own = author.cellId, ...others] = cells;
    const sent = [
      this.#delivery.sendAtOnce(own, change),
      ...others.map((cellId) => this.#delivery.send(cellId, change)),
    ];
    const work = deliveryOf({ id, outboxId });
    const left = direct ? undefined : this.#leave(work);
    if (direct) this.ctx.waitUntil(this.#finish(work, sent));
    await Promise.allSettled([sent[0], left]);
  }

  /** The row goes when every cell has the entry; when one has not, the queue goes on. */
  async #finish(work: OutboxItem, sent: readonly Promise<unknown>[]): Promise<void> {
    const results = await Promise.allSettled(sent);
    if (results.every(({ status }) => status === 'fulfilled')) this.#done.add([work.id]);
    else await this.#leave(work);
  }

  /** What is not sent here is sent by the sweep. */
  async #leave(work: OutboxItem): Promise<void> {
    await (this.env.FANOUT_QUEUE as Queue<OutboxItem>).send(work).catch(() => undefined);
  }

  async #wake(): Promise<void> {
    if (this.#alarmIsSet) return;
    this.#alarmIsSet = true;
    if ((await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(Date.now() + FORGET_EVERY_MS);
  }
}
