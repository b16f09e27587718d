import { evictDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { type ResidentCell, residentCells } from '../../shared/domain/timelines/resident-cells.ts';
import { aWorld } from '../../tests/support/a-world.ts';
import { servicesFor, type WorkerEnv } from '../services.ts';
import { likeAtHome } from './like-at-home.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const LIMIT = { action: 'like', rule: { attempts: 3, windowMs: 60_000 } };

async function aPostToLike() {
  const world = aWorld();
  const author = world.author();
  const postId = await world.publish(author);
  const like = (userId: string, liked = true, limit?: typeof LIMIT) =>
    likeAtHome(
      services,
      { id: userId, cell: world.cellId, sessionId: '' },
      { target: { userId, postId, authorId: author, authorIsPrivate: false }, liked, now: Date.now(), limit },
    );
  return { ...world, postId, like };
}

describe('likes of people whose cell is in this isolate', () => {
  it('go along with a commit of others, and each counts once', async () => {
    const { cellId, author, postId, like, likeCount, likersOf } = await aPostToLike();
    const people = Array.from({ length: 40 }, author);
    await like(people[0] ?? '');
    expect(residentCells.find(cellId, Date.now())).toBeDefined();
    const outcomes = await Promise.all(people.map((person) => like(person)));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    const last = await like(people[1] ?? '', false);
    expect(last).toMatchObject({ ok: true, value: { liked: false, pendingLikes: 39 } });
    await expect.poll(() => likeCount(postId), { timeout: 10_000 }).toBe(39);
    await expect
      .poll(() => likersOf(postId), { timeout: 10_000 })
      .toEqual(people.filter((person) => person !== people[1]).toSorted());
  });

  it('are limited exactly, however they come', async () => {
    const { author, like } = await aPostToLike();
    const person = author();
    const outcomes = await Promise.all(Array.from({ length: 12 }, (_, n) => like(person, n % 2 === 0, LIMIT)));
    expect(outcomes.filter(({ attempt }) => attempt?.allowed)).toHaveLength(LIMIT.rule.attempts);
  });

  it('are called for when the cell is gone before its commit', async () => {
    const { cell, cellId, author, postId, like, likeCount } = await aPostToLike();
    const [ann, ben] = [author(), author()];
    await like(ann);
    await evictDurableObject(cell);
    // An instance that takes likes and never commits again.
    const gone: ResidentCell = {
      recallHome: () => undefined,
      recallRanked: () => undefined,
      noteAnswered: () => undefined,
      joinLike: () => ({ is: 'waiting', lookAt: Date.now() }),
    };
    residentCells.renew(cellId, gone, Date.now());
    expect(await like(ben)).toMatchObject({ ok: true, value: { liked: true } });
    expect(residentCells.find(cellId, Date.now())).not.toBe(gone);
    await expect.poll(() => likeCount(postId), { timeout: 10_000 }).toBe(2);
  });
});
