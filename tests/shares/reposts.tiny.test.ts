import { describe, expect, it } from 'vitest';
import type { FeedPage } from '../../shared/contracts/index.ts';
import { aPost } from '../support/a-post.ts';
import { aUser, type TestUser } from '../support/a-user.ts';

// Runs with cells of two users that keep four posts an author, and a celebrity threshold of one cell (vitest.config.ts).

/** Followers of one person: they live in several cells. */
const FOLLOWERS = 4;
/** More posts than a cell keeps of an author. */
const LATER_POSTS = 6;

type Line = [string, string | null];

async function linesOf(user: TestUser, mode = 'latest'): Promise<Line[]> {
  const lines: Line[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: FeedPage = await (
      await user.call('GET', `/feed?mode=${mode}&limit=3${cursor && `&cursor=${cursor}`}`)
    ).json<FeedPage>();
    for (const { id, repostedBy } of page.posts) lines.push([id, repostedBy?.username ?? null]);
    cursor = page.nextCursor;
  }
  return lines;
}

async function aCrowd(person: TestUser): Promise<TestUser[]> {
  const followers = await Promise.all(Array.from({ length: FOLLOWERS }, () => aUser()));
  for (const follower of followers) await follower.call('POST', `/users/${person.user.id}/follow`);
  return followers;
}

describe('a repost by somebody whose posts are pulled', () => {
  it('shows to followers in every cell with who passed it on, and goes when it is taken back', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const crowd = await aCrowd(ben);
    const own = await aPost(ben);
    const post = await aPost(ann);
    await ben.call('POST', `/posts/${post.id}/share`);
    const expected: Line[] = [
      [post.id, ben.user.username],
      [own.id, null],
    ];
    for (const follower of crowd) await expect.poll(() => linesOf(follower), { timeout: 5_000 }).toEqual(expected);
    await ben.call('DELETE', `/posts/${post.id}/share`);
    for (const follower of crowd) {
      await expect.poll(() => linesOf(follower), { timeout: 5_000 }).toEqual([[own.id, null]]);
    }
  }, 30_000);

  it('comes once in a scroll, however many passed it on and however far apart', async () => {
    const [ann, ben, cat, dan, eve] = await Promise.all([aUser(), aUser(), aUser(), aUser(), aUser()]);
    for (const followed of [ann, ben, cat, dan]) await eve.call('POST', `/users/${followed.user.id}/follow`);
    const post = await aPost(ann);
    const lines: Line[] = [];
    for (const sharer of [ben, cat, dan]) {
      // More than a page, and more than a cell keeps.
      for (let i = 0; i < LATER_POSTS; i++) lines.unshift([(await aPost(sharer)).id, null]);
      await sharer.call('POST', `/posts/${post.id}/share`);
    }
    lines.unshift([post.id, dan.user.username]);
    await expect.poll(() => linesOf(eve), { timeout: 5_000 }).toEqual(lines);
    const ranked = (await linesOf(eve, 'ranked')).map(([id]) => id);
    expect(ranked.toSorted()).toEqual(lines.map(([id]) => id).toSorted());
  }, 30_000);

  it('is found by scrolling past what a cell keeps', async () => {
    const [ann, ben, eve] = await Promise.all([aUser(), aUser(), aUser()]);
    await eve.call('POST', `/users/${ben.user.id}/follow`);
    const post = await aPost(ann);
    await ben.call('POST', `/posts/${post.id}/share`);
    const later: Line[] = [];
    for (let i = 0; i < LATER_POSTS; i++) later.unshift([(await aPost(ben)).id, null]);
    await expect.poll(() => linesOf(eve), { timeout: 5_000 }).toEqual([...later, [post.id, ben.user.username]]);
  }, 30_000);
});
