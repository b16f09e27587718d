import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { CollectionsPage, FeedPage, Post, PostsPage } from '../../shared/contracts/index.ts';
import { listAudiences } from '../../shared/db/follows/list-audience.ts';
import { loadPeople } from '../../shared/db/people/load-people.ts';
import { aPost } from '../../tests/support/a-post.ts';
import { aUser, type TestUser } from '../../tests/support/a-user.ts';
import { aWorld } from '../../tests/support/a-world.ts';
import { Mortal } from '../../tests/support/mortal.ts';
import { sweepOutbox } from '../cron/sweep-outbox.ts';
import { workOff } from '../queues/fanout.ts';
import { servicesFor, type WorkerEnv } from '../services.ts';
import { moveUser } from './move-user.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const { likeCount, likersOf } = aWorld();
/** Likes are reported a second after they come, and a write that meets a move waits. */
const SETTLES = { timeout: 20_000, interval: 100 };
/** Work that is owed is sent again after this. */
const DUE_MS = 31_000;
const LONG = 180_000;
/** Fewer than the limit of an hour. */
const FOLLOWS = 100;

async function cellOf({ user }: TestUser): Promise<string> {
  return (await loadPeople(services.shards, [user.id])).get(user.id)?.cellId ?? '';
}

async function ask(user: TestUser, method: string, path: string, body?: unknown): Promise<Response> {
  const response = await user.call(method, path, body);
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response;
}

async function feedOf(user: TestUser): Promise<string[]> {
  const page: FeedPage = await (await ask(user, 'GET', '/feed?mode=latest&limit=50')).json();
  return page.posts.map(({ id }) => id);
}

async function savedBy(user: TestUser): Promise<string[]> {
  const page: PostsPage = await (await ask(user, 'GET', '/feed/saved?limit=50')).json();
  return page.posts.map(({ id }) => id).toSorted();
}

describe('a user who is moved while they use it', () => {
  it(
    'loses and doubles nothing: likes, saves, collections, follows, and what others publish',
    async () => {
      const [ann, ben, cem, eve] = await Promise.all([aUser(), aUser(), aUser(), aUser()]);
      await ask(ann, 'POST', `/users/${ben.user.id}/follow`);
      const posts = await Promise.all(Array.from({ length: 4 }, () => aPost(ben)));
      const ids = posts.map(({ id }) => id);
      for (const id of ids) await ask(eve, 'POST', `/posts/${id}/like`);
      const { id: collection } = await (await ask(ann, 'POST', '/collections', { name: 'walls' })).json<{
        id: string;
      }>();
      const marked = { liked: new Set<string>(), saved: new Set<string>() };
      const published: string[] = [];
      let follows = false;
      let moving = true;
      const whileMoving = async (act: (turn: number) => Promise<void>) => {
        for (let turn = 0; moving; turn++) await act(turn);
      };
      /** Puts a mark on one of the posts, or takes it away. */
      const mark = async (marks: Set<string>, turn: number, path: (id: string) => string) => {
        const id = ids[turn % ids.length] as string;
        const on = !marks.has(id);
        await ask(ann, on ? 'POST' : 'DELETE', path(id));
        if (on) marks.add(id);
        else marks.delete(id);
        return id;
      };
      const home = await cellOf(ann);
      const moveAround = async () => {
        for (const [fromCell, toCell] of [
          [home, 'weur-910'],
          ['weur-910', 'weur-911'],
          ['weur-911', home],
          [home, 'weur-910'],
        ] as const) {
          await moveUser(services, { userId: ann.user.id, fromCell, toCell });
          expect(await cellOf(ann)).toBe(toCell);
        }
      };
      const using = [
        whileMoving(async (turn) => {
          const id = await mark(marked.liked, turn, (postId) => `/posts/${postId}/like`);
          const { viewer } = await (await ask(ann, 'GET', `/posts/${id}`)).json<Post>();
          expect(viewer.liked).toBe(marked.liked.has(id));
        }),
        whileMoving(async (turn) => {
          await mark(marked.saved, turn, (postId) => `/posts/${postId}/save`);
        }),
        whileMoving(async (turn) => {
          if (turn >= FOLLOWS) return void (await feedOf(cem));
          await ask(ann, follows ? 'DELETE' : 'POST', `/users/${cem.user.id}/follow`);
          follows = !follows;
        }),
        whileMoving(async (turn) => {
          await ask(ann, 'POST', '/feed/seen', { postIds: [ids[turn % ids.length]] });
          const feed = await feedOf(ann);
          expect(feed).toEqual([...new Set(feed)]);
          expect(feed).toEqual(expect.arrayContaining(ids));
        }),
        whileMoving(async (turn) => {
          if (turn < 4) published.push((await aPost(ben)).id);
          else await feedOf(ben);
        }),
      ];
      await Promise.all([...using, moveAround().finally(() => (moving = false))]);

      for (const id of ids) {
        const likers = [eve, ...(marked.liked.has(id) ? [ann] : [])].map(({ user }) => user.id).toSorted();
        await expect.poll(() => likeCount(id), SETTLES).toBe(likers.length);
        await expect.poll(() => likersOf(id), SETTLES).toEqual(likers);
      }
      expect(await savedBy(ann)).toEqual([...marked.saved].toSorted());
      for (const id of ids.slice(0, 2)) await ask(ann, 'POST', `/collections/${collection}/posts/${id}`);
      const { collections } = await (await ask(ann, 'GET', '/collections')).json<CollectionsPage>();
      expect(collections.map(({ id }) => id)).toEqual([collection]);
      if (!follows) await ask(ann, 'POST', `/users/${cem.user.id}/follow`);
      const later = [await aPost(cem), await aPost(ben)].map(({ id }) => id);
      await expect.poll(() => feedOf(ann), SETTLES).toEqual([...ids, ...published, ...later].toSorted().reverse());
      for (const author of [ben, cem]) {
        await expect
          .poll(() => listAudiences(services.shards, [author.user.id]), SETTLES)
          .toEqual([{ sourceId: author.user.id, cellId: 'weur-910' }]);
      }
    },
    LONG,
  );
});

describe('a move that dies before any of its calls', () => {
  /** Somebody with a bit of everything, and a move of theirs that died. */
  async function aDeadMove(mortal: Mortal) {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(ben);
    await ask(ann, 'POST', `/users/${ben.user.id}/follow`);
    await ask(ann, 'POST', `/posts/${post.id}/like`);
    await ask(ann, 'POST', `/posts/${post.id}/save`);
    const move = { userId: ann.user.id, fromCell: await cellOf(ann), toCell: 'weur-920' };
    await moveUser(mortal.live(services), move).catch(() => undefined);
    return { ann, ben, post, move };
  }

  /** The user has all they had, and writes. */
  async function expectWhole({ ann, ben, post }: Awaited<ReturnType<typeof aDeadMove>>): Promise<void> {
    const next = await aPost(ben);
    await ask(ann, 'POST', `/posts/${next.id}/like`);
    await expect.poll(async () => (await feedOf(ann)).slice(0, 2), SETTLES).toEqual([next.id, post.id]);
    expect(await savedBy(ann)).toEqual([post.id]);
    for (const id of [post.id, next.id]) {
      await expect.poll(() => likeCount(id), SETTLES).toBe(1);
      await expect.poll(() => likersOf(id), SETTLES).toEqual([ann.user.id]);
    }
  }

  /** What comes of processes that die before their first, second, third … call, until one survives. */
  async function withEveryDeath<Result>(run: (mortal: Mortal) => Promise<Result>): Promise<Result[]> {
    const results: Result[] = [];
    for (let diesBefore = 1; ; diesBefore++) {
      const mortal = new Mortal(diesBefore);
      results.push(await run(mortal));
      if (mortal.survived) return results;
    }
  }

  it(
    'is finished by asking for it again',
    async () => {
      const moves = await withEveryDeath(async (mortal) => {
        const dead = await aDeadMove(mortal);
        await moveUser(services, dead.move);
        expect(await cellOf(dead.ann), `dead before call ${mortal.calls}`).toBe(dead.move.toCell);
        return dead;
      });
      expect(moves.length).toBeGreaterThanOrEqual(25);
      await Promise.all(moves.map(expectWhole));
    },
    LONG,
  );

  it(
    'is finished by the sweep, if it had begun, and the user writes without an operator',
    async () => {
      const moves = await withEveryDeath(aDeadMove);
      await sweepOutbox(services, Date.now() + DUE_MS);
      await Promise.all(moves.map(expectWhole));
      const homes = await Promise.all(moves.map(({ ann }) => cellOf(ann)));
      const moved = homes.filter((home) => home === 'weur-920');
      // What died before it was owed did not begin.
      expect(moved.length).toBeGreaterThanOrEqual(20);
      expect(moved.length).toBeLessThan(moves.length);
    },
    LONG,
  );
});

it(
  'refuses another move meanwhile, and takes no notice of one that is long over',
  async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(ben);
    await ask(ann, 'POST', `/posts/${post.id}/like`);
    const home = await cellOf(ann);
    const move = { userId: ann.user.id, fromCell: home, toCell: 'weur-930' };
    // A batch of two statements is three calls: dead after it, the move is owed, and nothing of it is done.
    await moveUser(new Mortal(4).live(services), move).catch(() => undefined);
    expect(await cellOf(ann)).toBe(home);
    const { results } = await services.shards
      .forId(ann.user.id)
      .d1.prepare(`SELECT id, payload FROM outbox WHERE topic = 'move'`)
      .all<{ id: string; payload: string }>();
    expect(results.map(({ payload }) => JSON.parse(payload))).toContainEqual({ topic: 'move', ...move });
    const late = {
      id: results.find(({ payload }) => payload.includes(ann.user.id))?.id ?? '',
      work: { topic: 'move' as const, ...move },
    };
    await expect(moveUser(services, { ...move, toCell: 'weur-931' })).rejects.toMatchObject({ code: 'conflict' });
    await moveUser(services, move);
    await moveUser(services, { userId: ann.user.id, fromCell: 'weur-930', toCell: home });
    const { done } = await workOff(services, [late]);
    expect([...done]).toEqual([late.id]);
    expect(await cellOf(ann)).toBe(home);
    await ask(ann, 'POST', `/posts/${post.id}/save`);
    await expect.poll(() => likeCount(post.id), SETTLES).toBe(1);
    await expect(moveUser(services, move)).resolves.toBeUndefined();
    expect(await cellOf(ann)).toBe('weur-930');
    // Whoever still asks the cell they left is told where they are, before anything of theirs is looked for.
    const target = { userId: ann.user.id, postId: post.id, authorId: ben.user.id, authorIsPrivate: false };
    const refusal = await services.stubs
      .cell(home)
      .collectPost(target, 'a-collection', Date.now())
      .catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'cell-moved', cellId: 'weur-930' });
  },
  LONG,
);
