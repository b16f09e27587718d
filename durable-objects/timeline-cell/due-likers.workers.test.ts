import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPeople } from '../../shared/db/people/load-people.ts';
import { recordLikeTotals } from '../../shared/db/posts/record-like-totals.ts';
import type { LikerReport } from '../../shared/db/posts/write-likers.ts';
import { aPost } from '../../tests/support/a-post.ts';
import { aUser } from '../../tests/support/a-user.ts';
import { aWorld } from '../../tests/support/a-world.ts';
import { moveUser } from '../../workers/cells/move-user.ts';
import { rebuildCell } from '../../workers/cells/rebuild-cell.ts';
import { servicesFor, type WorkerEnv } from '../../workers/services.ts';
import { CellMemory } from './cell-memory.ts';
import { migrations } from './migrations.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const SETTLES = { timeout: 10_000, interval: 50 };

async function aLikedWorld() {
  const world = aWorld();
  const author = world.author();
  const postId = await world.publish(author);
  const like = (userId: string, liked = true) =>
    world.cell.like({ userId, postId, authorId: author, authorIsPrivate: false }, liked, Date.now());
  return { ...world, postId, like };
}

async function cellIdOf(userId: string): Promise<string> {
  const person = (await loadPeople(services.shards, [userId])).get(userId);
  if (!person) throw new Error('no such person');
  return person.cellId;
}

const record = (likers: LikerReport[]) =>
  recordLikeTotals(services.shards, { reporter: 'weur-1', totals: [], likers }, Date.now());

describe('likers that a cell owes to a list', () => {
  it('reach it after an eviction, and after a report that was lost', async () => {
    const { cell, author, postId, like, likersOf } = await aLikedWorld();
    const [ann, ben] = [author(), author()];
    await like(ann);
    await like(ben);
    await like(ben, false);
    await evictDurableObject(cell);
    // A report that never arrived: the object dies before it notes anything.
    await runInDurableObject(cell, (_cell, { storage }) => {
      const due = new CellMemory(storage.sql).dueLikers.list(Date.now());
      expect(new Set(due.map(({ userId }) => userId))).toEqual(new Set([ann, ben]));
    });
    await evictDurableObject(cell);
    await runDurableObjectAlarm(cell);
    await expect.poll(() => likersOf(postId), SETTLES).toEqual([ann]);
    const left = await runInDurableObject(cell, (_cell, { storage }) =>
      new CellMemory(storage.sql).dueLikers.list(Date.now()),
    );
    expect(left).toEqual([]);
  });

  it('are all likes that were made before there was a list', async () => {
    const { cell, author } = aWorld();
    const [ann, postId] = [author(), author()];
    await runInDurableObject(cell, (_cell, { storage: { sql } }) => {
      sql.exec('DROP VIEW likes');
      sql.exec('DROP TABLE like_marks');
      sql.exec(
        'CREATE TABLE likes (user_id TEXT, post_id TEXT, at INTEGER, PRIMARY KEY (user_id, post_id)) WITHOUT ROWID',
      );
      sql.exec('INSERT INTO likes VALUES (?, ?, 17)', ann, postId);
      migrations.find((step) => String(step).includes('like_marks_due'))?.(sql);
      expect(new CellMemory(sql).dueLikers.list(0)).toEqual([{ userId: ann, postId, liked: true, at: 17, version: 1 }]);
    });
  });

  it('stay due when they change while they are reported', async () => {
    const { cell, author, postId, like } = await aLikedWorld();
    const ann = author();
    await like(ann);
    await runInDurableObject(cell, (_cell, { storage }) => {
      const { dueLikers } = new CellMemory(storage.sql);
      const sent = dueLikers.list(0);
      storage.sql.exec('UPDATE like_marks SET liked = 0, version = version + 1');
      dueLikers.settle(sent, 0);
      expect(dueLikers.list(0)).toMatchObject([{ userId: ann, postId, liked: false, version: 2 }]);
    });
  });

  it('wait longer between reports when many cells report the post', async () => {
    const { cell, author, like } = await aLikedWorld();
    await like(author());
    await runInDurableObject(cell, (_cell, { storage }) => {
      const { dueLikers } = new CellMemory(storage.sql);
      const [report] = dueLikers.list(0);
      if (!report) throw new Error('a like is due');
      dueLikers.pace(report.postId, 16_000);
      expect(dueLikers.list(0)).toEqual([report]);
      dueLikers.settle([report], 0);
      storage.sql.exec('UPDATE like_marks SET version = version + 1');
      expect(dueLikers.list(15_999)).toEqual([]);
      expect(dueLikers.list(16_000)).toHaveLength(1);
      dueLikers.pace(report.postId, 0);
      expect(dueLikers.list(0)).toHaveLength(1);
    });
  });

  it('go along with a user who moves, and a late report of the old cell changes nothing', async () => {
    const [ann, author] = await Promise.all([aUser(), aUser()]);
    const [liked, unliked] = [await aPost(author), await aPost(author)];
    const fromCell = await cellIdOf(ann.user.id);
    await ann.call('POST', `/posts/${liked.id}/like`);
    await ann.call('POST', `/posts/${unliked.id}/like`);
    await moveUser(services, { userId: ann.user.id, fromCell, toCell: 'weur-900' });
    await ann.call('DELETE', `/posts/${unliked.id}/like`);
    const late = { userId: ann.user.id, postId: unliked.id, liked: true, at: Date.now(), version: 1 };
    const { likersOf } = aWorld();
    await expect.poll(() => likersOf(liked.id), SETTLES).toEqual([ann.user.id]);
    await expect.poll(() => likersOf(unliked.id), SETTLES).toEqual([]);
    await record([late]);
    expect(await likersOf(unliked.id)).toEqual([]);
    await ann.call('POST', `/posts/${unliked.id}/like`);
    await expect.poll(() => likersOf(unliked.id), SETTLES).toEqual([ann.user.id]);
  });
});

describe('a list of likers', () => {
  it('is what the highest version of each mark says, whatever is repeated, lost or reordered', async () => {
    const { author, publish, likersOf } = aWorld();
    const people = [author(), author(), author()];
    const step = fc.record({ who: fc.nat(people.length - 1), version: fc.integer({ min: 1, max: 6 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 8 }), async (batches) => {
        const postId = await publish(author());
        const newest = new Map<string, number>();
        for (const batch of batches) {
          const likers = batch.map(({ who, version }) => ({
            userId: people[who] ?? '',
            postId,
            // A user's odd versions are likes, the even ones took them back.
            liked: version % 2 === 1,
            at: version,
            version,
          }));
          await record(likers);
          for (const { userId, version } of likers) newest.set(userId, Math.max(version, newest.get(userId) ?? 0));
        }
        const liking = [...newest].filter(([, version]) => version % 2 === 1).map(([userId]) => userId);
        expect(await likersOf(postId)).toEqual(liking.toSorted());
      }),
      { numRuns: 25 },
    );
  });

  it('of a deleted post is emptied, and late reports leave it empty', async () => {
    const [ann, author] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(author);
    const { likersOf } = aWorld();
    await ann.call('POST', `/posts/${post.id}/like`);
    await expect.poll(() => likersOf(post.id), SETTLES).toEqual([ann.user.id]);
    await author.call('DELETE', `/posts/${post.id}`);
    await expect.poll(() => likersOf(post.id), SETTLES).toEqual([]);
    await record([{ userId: ann.user.id, postId: post.id, liked: true, at: 0, version: 9 }]);
    expect(await likersOf(post.id)).toEqual([]);
  });

  it('is written anew by rebuilding the cells of the likers', async () => {
    const [ann, author] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(author);
    const { likersOf } = aWorld();
    await ann.call('POST', `/posts/${post.id}/like`);
    await expect.poll(() => likersOf(post.id), SETTLES).toEqual([ann.user.id]);
    await services.shards.forId(post.id).d1.prepare('DELETE FROM post_likers').run();
    await rebuildCell(services, await cellIdOf(ann.user.id));
    await expect.poll(() => likersOf(post.id), SETTLES).toEqual([ann.user.id]);
  });
});
