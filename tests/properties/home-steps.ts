import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { ShareAnswer } from '../../shared/contracts/index.ts';
import { loadPeople } from '../../shared/db/people/load-people.ts';
import { moveUser } from '../../workers/cells/move-user.ts';
import { rebuildCell } from '../../workers/cells/rebuild-cell.ts';
import { servicesFor, type WorkerEnv } from '../../workers/services.ts';
import { aPost } from '../support/a-post.ts';
import type { TestUser } from '../support/a-user.ts';
import type { HomeModel } from './home-model.ts';

export const PEOPLE = 5;
const services = servicesFor(env as unknown as WorkerEnv);

const person = fc.nat(PEOPLE - 1);
const nth = fc.nat(5);
/** What one of the people does; `nth` counts from the newest. */
export const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('publish' as const), by: person }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('follow' as const), by: person, whom: person }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unfollow' as const), by: person, whom: person }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('answer' as const), by: person, whom: person, yes: fc.boolean() }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('delete' as const, 'archive' as const, 'restore' as const, 'edit' as const),
      by: person,
      nth,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('repost' as const, 'undo' as const), by: person, whom: person, nth }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('block' as const, 'unblock' as const), by: person, whom: person }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('mute' as const, 'unmute' as const), by: person, whom: person }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('go private' as const, 'go public' as const), by: person }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('move' as const), by: person, number: fc.integer({ min: 900, max: 902 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rebuild' as const), by: person }) },
);
export type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

/** Does it through the API, and in the model. */
export async function take(users: TestUser[], model: HomeModel, move: Act): Promise<void> {
  const user = users[move.by] as TestUser;
  switch (move.do) {
    case 'publish': {
      const { id, caption } = await aPost(user);
      model.posts.set(id, { id, author: move.by, caption, archived: false });
      return;
    }
    case 'delete':
    case 'archive':
    case 'restore':
    case 'edit':
      return changePost(user, model, move);
    case 'go private':
      await call(user, 'PATCH', '/users/me', 200, { isPrivate: true });
      model.hidden.add(move.by);
      return;
    case 'go public':
      return goPublic(user, model, move.by);
    case 'move': {
      const fromCell = await homeOf(user);
      const toCell = `weur-${move.number}`;
      if (fromCell !== toCell) await moveUser(services, { userId: user.user.id, fromCell, toCell });
      return;
    }
    case 'rebuild':
      await rebuildCell(services, await homeOf(user));
      return;
    case 'repost':
    case 'undo':
      return passOn(user, model, move);
    default:
      if (move.by !== move.whom) await relate(user, users[move.whom] as TestUser, model, move);
  }
}

type PostAct = Extract<Act, { do: 'delete' | 'archive' | 'restore' | 'edit' }>;

async function changePost(user: TestUser, model: HomeModel, move: PostAct): Promise<void> {
  const post = model.ownPosts(move.by, move.do === 'restore').at(-1 - move.nth);
  if (!post) return;
  const path = `/posts/${post.id}`;
  switch (move.do) {
    case 'delete':
      await call(user, 'DELETE', path, 204);
      model.posts.delete(post.id);
      return;
    case 'archive':
      await call(user, 'POST', `${path}/archive`, 204);
      post.archived = true;
      return;
    case 'restore':
      await call(user, 'POST', `${path}/restore`, 200);
      post.archived = false;
      return;
    case 'edit':
      post.caption = `words ${crypto.randomUUID()}`;
      await call(user, 'PATCH', path, 200, { caption: post.caption });
  }
}

type ShareAct = Extract<Act, { do: 'repost' | 'undo' }>;

async function passOn(user: TestUser, model: HomeModel, { do: what, by, whom, nth: back }: ShareAct): Promise<void> {
  if (what === 'undo') {
    const repost = model.reposts.filter((made) => made.by === by).at(-1 - back);
    if (!repost) return;
    // Deleting the original ends its reposts by a job, which may have come first.
    await call(user, 'DELETE', `/posts/${repost.postId}/share`, 200);
    model.reposts.splice(model.reposts.indexOf(repost), 1);
    return;
  }
  const post = model.ownPosts(whom, false).at(-1 - back);
  if (!post) return;
  const response = await user.call('POST', `/posts/${post.id}/share`);
  const may = by !== whom && model.sees(by, whom) && !model.hidden.has(whom);
  expect(response.status === 201).toBe(may);
  const { repost } = await response.json<ShareAnswer>();
  if (!may || !repost || model.reposts.some(({ id }) => id === repost.id)) return;
  model.reposts.push({ id: repost.id, by, postId: post.id });
}

type PairAct = Exclude<Extract<Act, { whom: number }>, ShareAct>;

async function relate(user: TestUser, { user: other }: TestUser, model: HomeModel, move: PairAct): Promise<void> {
  const edge = `${move.by}>${move.whom}`;
  const path = `/users/${other.id}`;
  switch (move.do) {
    case 'follow': {
      const { status } = await user.call('POST', `${path}/follow`);
      expect(status === 200).toBe(!model.parted(move.by, move.whom));
      if (status !== 200 || model.follows.has(edge)) return;
      (model.hidden.has(move.whom) ? model.requests : model.follows).add(edge);
      return;
    }
    case 'unfollow':
      await user.call('DELETE', `${path}/follow`);
      model.follows.delete(edge);
      model.requests.delete(edge);
      return;
    case 'answer': {
      const asked = `${move.whom}>${move.by}`;
      const { ok } = await user.call('POST', `/follow-requests/${other.id}/${move.yes ? 'accept' : 'reject'}`);
      if (!model.requests.delete(asked)) return;
      expect(ok).toBe(true);
      if (move.yes) model.follows.add(asked);
      return;
    }
    case 'block':
    case 'unblock':
      await user.call(move.do === 'block' ? 'POST' : 'DELETE', `${path}/block`);
      if (move.do === 'unblock') model.blocks.delete(edge);
      else model.blocks.add(edge);
      if (move.do === 'block') model.part(move.by, move.whom);
      return;
    default: {
      const muting = move.do === 'mute';
      if ((await user.call(muting ? 'POST' : 'DELETE', `${path}/mute`)).status !== 204) return;
      if (muting) model.mutes.add(edge);
      else model.mutes.delete(edge);
    }
  }
}

/** Whoever asked is accepted by a job; what comes next would race with it, so it is waited for. */
async function goPublic(user: TestUser, model: HomeModel, by: number): Promise<void> {
  await call(user, 'PATCH', '/users/me', 200, { isPrivate: false });
  model.hidden.delete(by);
  for (const edge of [...model.requests]) {
    if (!edge.endsWith(`>${by}`)) continue;
    model.requests.delete(edge);
    model.follows.add(edge);
  }
  const asking = async () => {
    const response = await user.call('GET', '/follow-requests');
    return (await response.json<{ users: unknown[] }>()).users;
  };
  await expect.poll(asking).toEqual([]);
}

async function call(user: TestUser, method: string, path: string, status: number, body?: unknown): Promise<void> {
  const response = await user.call(method, path, body);
  if (response.status !== status) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
}

async function homeOf({ user }: TestUser): Promise<string> {
  return (await loadPeople(services.shards, [user.id])).get(user.id)?.cellId ?? '';
}
