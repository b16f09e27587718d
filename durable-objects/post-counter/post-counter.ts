import { DurableObject } from 'cloudflare:workers';
import { parseConfig } from '../../shared/config/index.ts';
import { recordLikeTotals } from '../../shared/db/posts/record-like-totals.ts';
import { ShardRouter } from '../../shared/db/shard-router.ts';
import { chooseShards } from '../../shared/domain/likes/choose-shards.ts';
import { runMigrations } from '../run-migrations.ts';
import { migrations } from './migrations.ts';
import { RateWindow } from './rate-window.ts';
import { type CounterReport, readTotal, settleTotal, takeReport } from './take-report.ts';

/** A shard passes its sum to the root this often, however many cells report to it. */
const PASS_MS = 1_000;
/** The root writes the post's row this often: write-behind, well inside 10 s. */
const WRITE_BEHIND_MS = 4_000;
/** What failed is tried again after this: a wait as long as the first would bring the row past its 10 s. */
const RETRY_MS = 1_000;
/** The reporter under which the counter stands in the post's row, beside cells that report there themselves. */
const ROW_REPORTER = 'counter';

/**
 * `shards` for the next report; 0 means that the post has cooled and cells write to its row again. `sequence` has the
 * report; what is of `placed.sequence` or before is in the root's total of its sequence `placed.counter`. Null when a shard
 * does not know.
 */
export type CounterAnswer = { shards: number; sequence: number; placed: Placed | null };

type Placed = { sequence: number; counter: number };

/**
 * Counts the likes of one hot post. `<post id>` is the root; `<post id>/<n>` is a shard, which sums what its cells report
 * and passes one number on. Every hop carries totals, never differences, so each like counts exactly once.
 */
export class PostCounter extends DurableObject<Cloudflare.Env> {
  readonly #sql: SqlStorage;
  readonly #rate = new RateWindow();
  #shards = 1;
  #reportsSincePass = 0;
  /** Of a shard, since it began to run. */
  #placed: Placed | null = null;
  #alarmSet = false;

  constructor(ctx: DurableObjectState, env: Cloudflare.Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    runMigrations(ctx.storage, migrations);
  }

  /** Takes a total of one reporter, which stands for `calls` reports of cells, at `now` (Unix ms) by the counter's clock. */
  async report(report: CounterReport, calls = 1, now = Date.now()): Promise<CounterAnswer> {
    this.ctx.storage.transactionSync(() => takeReport(this.#sql, report));
    if (this.#isRoot()) this.#shards = chooseShards(this.#rate.count(calls, now));
    else this.#reportsSincePass += calls;
    await this.#wake();
    const { sequence } = readTotal(this.#sql);
    return { shards: this.#shards, sequence, placed: this.#isRoot() ? { sequence, counter: sequence } : this.#placed };
  }

  /** Passes the sum on: a shard to the root, the root to the post's row. What fails is tried again. */
  override async alarm(): Promise<void> {
    this.#alarmSet = false;
    const total = readTotal(this.#sql);
    if (total.sequence <= total.passed) return;
    try {
      if (this.#isRoot()) await this.#writeRow(total.likes, total.sequence);
      else await this.#passToRoot(total.likes, total.sequence);
    } catch (error) {
      // Sooner than what was reported meanwhile has asked for.
      await this.#wakeIn(RETRY_MS);
      throw error;
    }
    settleTotal(this.#sql, total.sequence);
    if (readTotal(this.#sql).sequence > total.sequence) await this.#wake();
  }

  async #writeRow(likes: number, sequence: number): Promise<void> {
    const vars = { ...this.env } as Record<string, unknown>;
    const config = parseConfig(vars);
    const shards = new ShardRouter(vars, config.SHARD_MAP);
    const totals = [{ postId: this.#name(), likes, sequence }];
    await recordLikeTotals(shards, { reporter: ROW_REPORTER, totals }, Date.now());
  }

  async #passToRoot(likes: number, sequence: number): Promise<void> {
    const [postId = '', number = ''] = this.#name().split('/');
    const counters = this.env.POST_COUNTER as unknown as DurableObjectNamespace<PostCounter>;
    const root = counters.get(counters.idFromName(postId));
    const calls = this.#reportsSincePass;
    const answer = await root.report({ reporter: `shard ${number}`, likes, sequence }, calls);
    this.#reportsSincePass -= calls;
    this.#shards = answer.shards;
    this.#placed = { sequence, counter: answer.sequence };
  }

  #name(): string {
    const { name } = this.ctx.id;
    if (!name) throw new Error('a post counter is reached by its name');
    return name;
  }

  #isRoot(): boolean {
    return !this.#name().includes('/');
  }

  async #wake(): Promise<void> {
    if (!this.#alarmSet) await this.#wakeIn(this.#isRoot() ? WRITE_BEHIND_MS : PASS_MS);
  }

  async #wakeIn(afterMs: number): Promise<void> {
    this.#alarmSet = true;
    await this.ctx.storage.setAlarm(Date.now() + afterMs);
  }
}
