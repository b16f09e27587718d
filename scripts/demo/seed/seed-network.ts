import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawProgress } from '../../terminal/progress.ts';
import type { DemoPerson } from '../network.ts';
import { people } from '../people.ts';
import { PicturePool } from '../picture-pool.ts';
import { postPicture } from '../pictures.ts';
import { inParallel } from './in-parallel.ts';
import { joinNetwork, type Member } from './join-network.ts';
import { type PlannedPost, planSocialLife } from './social-plan.ts';

/** Requests in flight; two photos a core keep painting and processing both busy. */
const WIDTH = 4;
const MARKER = 'demo-network.json';

export const DEMO_LOGIN = people[0].username;
export { DEMO_PASSWORD } from './join-network.ts';

export function isSeeded(state: string): boolean {
  return existsSync(join(state, MARKER));
}

/**
 * Fills the network through the HTTP API, as its people would. What is there already is left alone, so a seeding that
 * was cut off goes on where it stopped. `joined` is called as soon as the shown account can log in.
 */
export async function seedNetwork(url: string, state: string, joined: () => void): Promise<void> {
  const plan = planSocialLife(people);
  const pool = new PicturePool();
  const photos = plan.posts.reduce((sum, { post }) => sum + post.photos.length, 0);
  const members = new Map<DemoPerson, Member>();
  try {
    const arriving = drawProgress('People', people.length);
    await inParallel(people, WIDTH, async (person, i) => {
      members.set(person, await joinNetwork(url, person, i, pool));
      arriving.step();
      if (i === 0) joined();
    });
    arriving.end();
    const memberOf = (person: DemoPerson): Member => {
      const member = members.get(person);
      if (!member) throw new Error(`${person.username} has not joined.`);
      return member;
    };
    const planned = (person: DemoPerson) => plan.follows.filter(({ follower }) => follower === person).length;
    const missing = plan.follows.filter(({ follower }) => memberOf(follower).following < planned(follower));
    const meeting = drawProgress('Follows', missing.length);
    await inParallel(missing, WIDTH, async ({ follower, followee }) => {
      await memberOf(follower).api.follow(memberOf(followee).id);
      meeting.step();
    });
    meeting.end();
    const posting = drawProgress('Photos', photos);
    const published = await publishInOrder(plan.posts, memberOf, pool, () => posting.step());
    posting.end();
    const liking = drawProgress('Likes', plan.likes.length);
    await inParallel(plan.likes, WIDTH, async ({ person, planned }) => {
      const id = published.get(planned);
      if (id) await memberOf(person).api.like(id);
      liking.step();
    });
    liking.end();
    writeFileSync(join(state, MARKER), JSON.stringify({ people: people.length, posts: plan.posts.length }));
  } finally {
    await pool.close();
  }
}

/** Uploads run side by side; the posts appear one after another, in the order of the plan. Answers their ids. */
async function publishInOrder(
  posts: readonly PlannedPost[],
  memberOf: (person: DemoPerson) => Member,
  pool: PicturePool,
  step: () => void,
): Promise<Map<PlannedPost, string>> {
  const ids = new Map<PlannedPost, string>();
  let turn: Promise<void> = Promise.resolve();
  await inParallel(posts, WIDTH, async (planned) => {
    const { author, post } = planned;
    const { api, posted } = memberOf(author);
    const there = posted.get(post.caption);
    const before = turn;
    const { promise, resolve } = Promise.withResolvers<void>();
    turn = promise;
    const mediaIds: string[] = [];
    for (const photo of post.photos) {
      if (!there) mediaIds.push(await api.uploadPhoto(await pool.take(postPicture(author, post, photo)), photo.alt));
      step();
    }
    await before;
    const { place } = post;
    const id = there ?? (await api.publish({ caption: post.caption, mediaIds, ...(place && { location: place }) })).id;
    ids.set(planned, id);
    resolve();
  });
  return ids;
}
