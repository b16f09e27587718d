import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { aMedium } from '../../tests/support/a-medium.ts';
import { aUser, type TestUser } from '../../tests/support/a-user.ts';
import { servicesFor, type WorkerEnv } from '../../workers/services.ts';
import type { PostDraft } from './post-draft.ts';
import type { Publisher } from './publisher.ts';

const { shards, stubs } = servicesFor(env as unknown as WorkerEnv);
const namespace = env.PUBLISHER as unknown as DurableObjectNamespace<Publisher>;
const PARALLEL = 200;
const LIMIT = 37;
const HOUR = 3_600_000;

const aPublisher = () => namespace.get(namespace.newUniqueId());
const limit = (attempts: number, windowMs = HOUR) => ({ action: 'post', rule: { attempts, windowMs } });
const d1Of = (id: string) => shards.forId(id).d1;

async function draftOf({ user }: TestUser, given: Partial<PostDraft> = {}): Promise<PostDraft> {
  return {
    authorId: user.id,
    caption: 'light',
    location: null,
    hideLikes: false,
    commentsOff: false,
    mediaIds: [],
    hashtags: ['light'],
    mentions: [],
    people: [],
    clientKey: null,
    now: Date.now(),
    ...given,
  };
}

async function aDraft(author: TestUser, given: Partial<PostDraft> = {}): Promise<PostDraft> {
  return draftOf(author, { mediaIds: [await aMedium(author)], ...given });
}

const countOf = async (authorId: string, sql: string) =>
  (await d1Of(authorId).prepare(sql).bind(authorId).first<number>('n')) ?? Number.NaN;
const postsOf = (authorId: string) => countOf(authorId, 'SELECT count(*) AS n FROM posts WHERE author_id = ?');
const owedOf = (authorId: string) =>
  countOf(
    authorId,
    `SELECT count(*) AS n FROM outbox WHERE payload ->> 'postId' IN (SELECT id FROM posts WHERE author_id = ?)`,
  );

async function cellOf({ user }: TestUser) {
  return stubs.cell(
    (await d1Of(user.id).prepare('SELECT cell_id FROM users WHERE id = ?').bind(user.id).first('cell_id')) ?? '',
  );
}

describe('a publisher', () => {
  it('writes what comes at once, whole, and is done with it when the cells have it', async () => {
    const publisher = aPublisher();
    const people = await Promise.all([aUser(), aUser(), aUser(), aUser(), aUser(), aUser()]);
    const drafts = await Promise.all(people.flatMap((person) => [aDraft(person), aDraft(person)]));
    const answers = await Promise.all(drafts.map((draft) => publisher.publish(draft)));
    const posts = answers.map((answer) => (answer.is === 'written' ? answer.post : undefined));
    expect(new Set(posts.map((post) => post?.id)).size).toBe(drafts.length);
    for (const [at, post] of posts.entries()) {
      expect(post?.media.map(({ id }) => id)).toEqual(drafts[at]?.mediaIds);
      expect(post?.media.every(({ attached, state }) => attached && state === 'ready')).toBe(true);
      expect(post?.author.id).toBe(drafts[at]?.authorId);
    }
    for (const person of people) {
      const { id } = person.user;
      expect(await postsOf(id)).toBe(2);
      expect(await countOf(id, 'SELECT post_count AS n FROM users WHERE id = ?')).toBe(2);
      const tags = `SELECT count(*) AS n FROM post_hashtags WHERE post_id IN (SELECT id FROM posts WHERE author_id = ?)`;
      expect(await countOf(id, tags)).toBe(2);
      const home = await (await cellOf(person)).readHome(id, null, 10);
      for (const post of posts) if (post?.author.id === id) expect(home).toContain(post.id);
      await expect.poll(() => owedOf(id)).toBe(0);
    }
  });

  it('leaves out what may not be published, and writes the rest of the round', async () => {
    const publisher = aPublisher();
    const [ann, ben, closed] = await Promise.all([aUser(), aUser(), aUser()]);
    const pending = await aMedium(ann);
    await d1Of(pending).prepare(`UPDATE media SET state = 'processing' WHERE id = ?`).bind(pending).run();
    const shown = await aDraft(ann);
    await publisher.publish(shown);
    const ofClosed = await aDraft(closed);
    await d1Of(closed.user.id).prepare(`UPDATE users SET status = 'closed' WHERE id = ?`).bind(closed.user.id).run();
    const [good, free] = [await aDraft(ben), await aMedium(ann)];
    const bad = [
      await draftOf(ann, { mediaIds: [free, pending] }),
      await draftOf(ann, { mediaIds: [free, ...shown.mediaIds] }),
      await draftOf(ben, { mediaIds: [free] }),
      await draftOf(ann, { mediaIds: ['0000000000000'] }),
      ofClosed,
    ];
    const answers = await Promise.all([good, ...bad].map((draft) => publisher.publish(draft)));
    expect(answers.map(({ is }) => is)).toEqual(['written', ...bad.map(() => 'not-written')]);
    expect(await Promise.all([ann, ben, closed].map(({ user }) => postsOf(user.id)))).toEqual([1, 1, 0]);
    const attached = await d1Of(free).prepare('SELECT attached AS n FROM media WHERE id = ?').bind(free).first('n');
    expect(attached).toBe(0);
    await expect.poll(() => owedOf(ann.user.id)).toBe(0);
  });

  it('gives a medium to one of two posts that want it, and a key to one of two that have it', async () => {
    const publisher = aPublisher();
    const ann = await aUser();
    const wanted = await aDraft(ann);
    const answers = await Promise.all([wanted, wanted, await aDraft(ann)].map((draft) => publisher.publish(draft)));
    expect(answers.map(({ is }) => is)).toEqual(['written', 'not-written', 'written']);
    const keyed = [await aDraft(ann, { clientKey: 'k' }), await aDraft(ann, { clientKey: 'k' }), await aDraft(ann)];
    const outcomes = (await Promise.all(keyed.map((draft) => publisher.publish(draft)))).map(({ is }) => is);
    expect(outcomes).toEqual(['written', 'not-written', 'written']);
    expect(await postsOf(ann.user.id)).toBe(4);
  });

  it('keeps the row of work that a cell did not take, and the queue goes on with it', async () => {
    const publisher = aPublisher();
    const ann = await aUser();
    const sick = stubs.cell('sam-7');
    await sick.describeCell();
    await runInDurableObject(sick, (_cell, { storage }) => storage.sql.exec('ALTER TABLE entries RENAME TO hurt'));
    await d1Of(ann.user.id)
      .prepare(`INSERT INTO audience_cells (source_id, cell_id, followers) VALUES (?, 'sam-7', 1)`)
      .bind(ann.user.id)
      .run();
    expect((await publisher.publish(await aDraft(ann))).is).toBe('written');
    const left = () =>
      countOf(
        ann.user.id,
        `SELECT count(*) AS n FROM outbox WHERE payload ->> '$.cells.only[0]' = 'sam-7'
         AND payload ->> 'postId' IN (SELECT id FROM posts WHERE author_id = ?)`,
      );
    await expect.poll(left).toBe(1);
    await runInDurableObject(sick, (_cell, { storage }) => storage.sql.exec('ALTER TABLE hurt RENAME TO entries'));
    await expect.poll(() => owedOf(ann.user.id), { timeout: 20_000 }).toBe(0);
    expect((await sick.describeCell()).entries).toBe(1);
  });
});

describe('the posts that a publisher limits', () => {
  it(`are exactly the limit of ${PARALLEL} parallel ones, and refused ones write nothing`, async () => {
    const publisher = aPublisher();
    const ann = await aUser();
    const drafts = await Promise.all(Array.from({ length: LIMIT + 3 }, () => aDraft(ann)));
    const verdicts = await Promise.all(
      Array.from({ length: PARALLEL }, async (_, at) => {
        const draft = at % 2 ? drafts[at >> 1] : undefined;
        if (!draft) return publisher.takeAttempt(ann.user.id, limit(LIMIT), Date.now());
        return (await publisher.publish(draft, limit(LIMIT))).attempt;
      }),
    );
    const published = verdicts.filter((verdict, at) => at % 2 && drafts[at >> 1] && verdict?.allowed);
    expect(verdicts.filter((verdict) => verdict?.allowed)).toHaveLength(LIMIT);
    expect(await postsOf(ann.user.id)).toBe(published.length);
    const refused = await publisher.publish(await aDraft(ann), limit(LIMIT));
    expect(refused).toMatchObject({ is: 'limited', attempt: { allowed: false, remaining: 0 } });
  });

  it('are counted for each author and action alone, and again when the window has moved on', async () => {
    const publisher = aPublisher();
    const [ann, ben] = ['000000000000a', '000000000000b'];
    const now = Date.now();
    const take = async (userId: string, at: number, action = 'post') =>
      (await publisher.takeAttempt(userId, { ...limit(1), action }, at)).allowed;
    expect(await take(ann, now)).toBe(true);
    expect(await take(ann, now + HOUR - 1)).toBe(false);
    expect([await take(ben, now), await take(ann, now, 'draft'), await take(ann, now + HOUR)]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it.each([3, 1_000])('are remembered across an eviction under a limit of %i', async (attempts) => {
    const publisher = aPublisher();
    const now = Date.now();
    const take = () => publisher.takeAttempt('000000000000a', limit(attempts), now);
    await Promise.all(Array.from({ length: attempts }, take));
    await evictDurableObject(publisher);
    const verdict = await publisher.takeAttempt('000000000000a', limit(attempts), now + 10);
    expect(verdict).toEqual({ allowed: false, remaining: 0, resetMs: HOUR - 10 });
  });

  it('are forgotten by the alarm, which comes back until none is left', async () => {
    const publisher = aPublisher();
    const now = Date.now();
    const rows = () =>
      runInDurableObject(
        publisher,
        (_, { storage }) => storage.sql.exec('SELECT user_id FROM attempts').toArray().length,
      );
    await publisher.takeAttempt('000000000000a', limit(5), now - 2 * HOUR);
    await publisher.takeAttempt('000000000000b', limit(5), now);
    for (const _run of ['first', 'repeated']) {
      expect(await runDurableObjectAlarm(publisher)).toBe(true);
      expect(await rows()).toBe(1);
    }
    await evictDurableObject(publisher);
    await runInDurableObject(publisher, (_, { storage }) => storage.sql.exec('UPDATE attempts SET expires_at = 0'));
    expect(await runDurableObjectAlarm(publisher)).toBe(true);
    expect(await rows()).toBe(0);
    expect(await runDurableObjectAlarm(publisher)).toBe(false);
    expect(await publisher.takeAttempt('000000000000b', limit(1), now)).toMatchObject({ allowed: true });
    expect(await runDurableObjectAlarm(publisher)).toBe(true);
  });
});
