import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedMode, FeedPage } from '../../shared/contracts/index.ts';
import { loadPeople } from '../../shared/db/people/load-people.ts';
import { moveUser } from '../../workers/cells/move-user.ts';
import { rebuildCell } from '../../workers/cells/rebuild-cell.ts';
import { servicesFor, type WorkerEnv } from '../../workers/services.ts';
import { aPost } from '../support/a-post.ts';
import { aUser, type TestUser } from '../support/a-user.ts';

// Runs with cells of two users that keep four posts an author, and a celebrity threshold of one cell (vitest.config.ts):
// every run crosses cells, evictions, D1 pages and the threshold.
const PEOPLE = 5;
const services = servicesFor(env as unknown as WorkerEnv);

const person = fc.nat(PEOPLE - 1);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('publish' as const), by: person }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('follow' as const), by: person, whom: person }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unfollow' as const), by: person, whom: person }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), by: person, nth: fc.nat(5) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('block' as const, 'unblock' as const), by: person, whom: person }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('mute' as const, 'unmute' as const), by: person, whom: person }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('go private' as const), by: person }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('move' as const), by: person, number: fc.integer({ min: 900, max: 902 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rebuild' as const), by: person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('look' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** The plainest possible home timeline: sets of edges, and a filter over all posts. */
class Model {
  readonly posts: { id: string; author: number }[] = [];
  readonly follows = new Set<string>();
  readonly blocks = new Set<string>();
  readonly mutes = new Set<string>();
  readonly hidden = new Set<number>();

  home(reader: number): string[] {
    return this.posts
      .filter(({ author }) => author === reader || this.shows(reader, author))
      .map(({ id }) => id)
      .toSorted()
      .reverse();
  }

  shows(reader: number, author: number): boolean {
    return (
      this.follows.has(`${reader}>${author}`) && !this.mutes.has(`${reader}>${author}`) && !this.parted(reader, author)
    );
  }

  parted(a: number, b: number): boolean {
    return this.blocks.has(`${a}>${b}`) || this.blocks.has(`${b}>${a}`);
  }
}

async function take(users: TestUser[], model: Model, move: Step): Promise<void> {
  if (move.do === 'look') return compare(users, model);
  const user = users[move.by] as TestUser;
  const other = 'whom' in move ? (users[move.whom] as TestUser) : user;
  const edge = 'whom' in move ? `${move.by}>${move.whom}` : '';
  if ('whom' in move && move.by === move.whom) return;
  switch (move.do) {
    case 'publish':
      model.posts.push({ id: (await aPost(user)).id, author: move.by });
      return;
    case 'delete': {
      const own = model.posts.filter(({ author }) => author === move.by);
      const post = own[own.length - 1 - move.nth];
      if (!post) return;
      expect((await user.call('DELETE', `/posts/${post.id}`)).status).toBe(204);
      model.posts.splice(model.posts.indexOf(post), 1);
      return;
    }
    case 'follow': {
      const { status } = await user.call('POST', `/users/${other.user.id}/follow`);
      if (status !== 200) return expect(model.parted(move.by, move.whom)).toBe(true);
      if (!model.hidden.has(move.whom)) model.follows.add(edge);
      return;
    }
    case 'unfollow':
      await user.call('DELETE', `/users/${other.user.id}/follow`);
      model.follows.delete(edge);
      return;
    case 'block':
      await user.call('POST', `/users/${other.user.id}/block`);
      model.blocks.add(edge);
      model.follows.delete(edge);
      model.follows.delete(`${move.whom}>${move.by}`);
      return;
    case 'unblock':
      await user.call('DELETE', `/users/${other.user.id}/block`);
      model.blocks.delete(edge);
      return;
    case 'mute':
      if ((await user.call('POST', `/users/${other.user.id}/mute`)).status === 204) model.mutes.add(edge);
      return;
    case 'unmute':
      if ((await user.call('DELETE', `/users/${other.user.id}/mute`)).status === 204) model.mutes.delete(edge);
      return;
    case 'go private':
      await user.call('PATCH', '/users/me', { isPrivate: true });
      model.hidden.add(move.by);
      return;
    case 'move': {
      const fromCell = await homeOf(user);
      const toCell = `weur-${move.number}`;
      if (fromCell !== toCell) await moveUser(services, { userId: user.user.id, fromCell, toCell });
      return;
    }
    case 'rebuild':
      await rebuildCell(services, await homeOf(user));
  }
}

async function homeOf({ user }: TestUser): Promise<string> {
  return (await loadPeople(services.shards, [user.id])).get(user.id)?.cellId ?? '';
}

/** Every page of everybody's feed against the model, once the queue has delivered. */
async function compare(users: TestUser[], model: Model): Promise<void> {
  for (const [index, user] of users.entries()) {
    const home = model.home(index);
    await expect.poll(() => readAll(user, 'latest'), { timeout: 8_000, interval: 50 }).toEqual(home);
    expect((await readAll(user, 'ranked')).toSorted().reverse()).toEqual(home);
  }
}

async function readAll(user: TestUser, mode: FeedMode): Promise<string[]> {
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const response = await user.call('GET', `/feed?mode=${mode}&limit=3${cursor && `&cursor=${cursor}`}`);
    const page: FeedPage = await response.json<FeedPage>();
    seen.push(...page.posts.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  return seen;
}

describe('the home timeline', () => {
  it('is what a simple model says, through follows, posts, blocks, mutes, celebrities, moves and rebuilds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 60 }), async (steps) => {
        const users = await Promise.all(Array.from({ length: PEOPLE }, () => aUser()));
        const model = new Model();
        for (const move of steps) await take(users, model, move);
        await compare(users, model);
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 240_000);
});
