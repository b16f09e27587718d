import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawProgress } from '../../terminal/progress.ts';
import type { DemoPerson } from '../network.ts';
import { people } from '../people.ts';
import { PicturePool } from '../picture-pool.ts';
import { postPicture } from '../pictures.ts';
import { talk } from '../talk.ts';
import { inParallel } from './in-parallel.ts';
import { joinNetwork, type Member } from './join-network.ts';
import { type PlannedPost, planSocialLife, type SocialPlan } from './social-plan.ts';

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
  try {
    const memberOf = await gather(url, pool, joined);
    await meet(plan, memberOf);
    const published = await publishInOrder(plan.posts, memberOf, pool);
    await track('Likes', plan.likes, async ({ person, planned }) => {
      const id = published.get(planned);
      if (id) await memberOf(person).api.like(id);
    });
    await converse(plan.posts, published, memberOf);
    writeFileSync(join(state, MARKER), JSON.stringify({ people: people.length, posts: plan.posts.length }));
  } finally {
    await pool.close();
  }
}

type MemberOf = (person: DemoPerson) => Member;

/** Works through the items side by side under a progress bar. */
async function track<T>(label: string, items: readonly T[], work: (item: T, index: number) => Promise<void>) {
  const progress = drawProgress(label, items.length);
  await inParallel(items, WIDTH, async (item, i) => {
    await work(item, i);
    progress.step();
  });
  progress.end();
}

async function gather(url: string, pool: PicturePool, joined: () => void): Promise<MemberOf> {
  const members = new Map<DemoPerson, Member>();
  await track('People', people, async (person, i) => {
    members.set(person, await joinNetwork(url, person, i, pool));
    if (i === 0) joined();
  });
  return (person) => {
    const member = members.get(person);
    if (!member) throw new Error(`${person.username} has not joined.`);
    return member;
  };
}

async function meet({ follows }: SocialPlan, memberOf: MemberOf): Promise<void> {
  const planned = (person: DemoPerson) => follows.filter(({ follower }) => follower === person).length;
  const missing = follows.filter(({ follower }) => memberOf(follower).following < planned(follower));
  await track('Follows', missing, ({ follower, followee }) => memberOf(follower).api.follow(memberOf(followee).id));
}

/** Uploads run side by side; the posts appear one after another, in the order of the plan. Answers their ids. */
async function publishInOrder(
  posts: readonly PlannedPost[],
  memberOf: MemberOf,
  pool: PicturePool,
): Promise<Map<PlannedPost, string>> {
  const progress = drawProgress(
    'Photos',
    posts.reduce((sum, { post }) => sum + post.photos.length, 0),
  );
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
      progress.step();
    }
    await before;
    const { place } = post;
    const id = there ?? (await api.publish({ caption: post.caption, mediaIds, ...(place && { location: place }) })).id;
    ids.set(planned, id);
    resolve();
  });
  progress.end();
  return ids;
}

/** One after another, since an answer comes after what it answers. */
async function converse(
  posts: readonly PlannedPost[],
  published: ReadonlyMap<PlannedPost, string>,
  memberOf: MemberOf,
): Promise<void> {
  for (const [place, { from, to, text, post }] of talk.entries()) {
    const shown = post && requirePerson(post.by).posts[post.place];
    const planned = posts.find((one) => one.post === shown);
    const postId = planned && published.get(planned);
    const message = { ...(text !== undefined && { text }), ...(postId !== undefined && { postId }) };
    const recipient = memberOf(requirePerson(to));
    await memberOf(requirePerson(from)).api.write(recipient.id, message, `demo-message-${place}`);
  }
}

function requirePerson(username: string): DemoPerson {
  const person = people.find((one) => one.username === username);
  if (!person) throw new Error(`${username} is nobody of the demo network.`);
  return person;
}
