import type { Redis } from 'ioredis';
import { type Network, POSTS_EACH, type SeedPost } from '../graph/network.ts';
import { type Card, makeCard } from './card.ts';
import { openRedis } from './connections.ts';
import { keys, TIMELINE_LENGTH } from './keys.ts';

const COMMANDS_A_PIPELINE = 200;
const CARDS_A_COMMAND = 100;
const FOLLOWERS_A_COMMAND = 1_000;

/** Warms Redis as it would be after a while of service: every timeline, follower set and card is there. */
export async function seedRedis(network: Network, socket: string): Promise<void> {
  const redis = openRedis({ redis: socket });
  try {
    await sendAll(redis, cardCommands(network));
    await sendAll(redis, followerCommands(network));
    await sendAll(redis, timelineCommands(network));
  } finally {
    redis.disconnect();
  }
}

type Command = [name: string, ...words: (string | number)[]];

async function sendAll(redis: Redis, commands: Iterable<Command>): Promise<void> {
  let batch: Command[] = [];
  const send = async () => {
    const results = await redis.pipeline(batch).exec();
    for (const [error] of results ?? []) if (error) throw error;
    batch = [];
  };
  for (const command of commands) {
    batch.push(command);
    if (batch.length === COMMANDS_A_PIPELINE) await send();
  }
  if (batch.length > 0) await send();
}

function* cardCommands(network: Network): Generator<Command> {
  let words: string[] = [];
  for (const post of network.posts) {
    words.push(keys.card(post.id), JSON.stringify(cardOf(network, post)));
    if (words.length === 2 * CARDS_A_COMMAND) {
      yield ['mset', ...words];
      words = [];
    }
  }
  if (words.length > 0) yield ['mset', ...words];
}

function cardOf(network: Network, post: SeedPost): Card {
  const author = network.people[post.author];
  if (!author) throw new Error(`post ${post.id} has no author`);
  return makeCard({
    id: post.id,
    caption: post.caption,
    hashtags: post.hashtags,
    hide_likes: false,
    created_at: new Date(post.createdAt),
    author_id: author.id,
    username: author.username,
    full_name: author.fullName,
    is_private: false,
    media: [{ id: post.mediaId, width: post.width, height: post.height, blurhash: post.blurhash, alt_text: '' }],
  });
}

function* followerCommands(network: Network): Generator<Command> {
  const followersOf = new Map<number, string[]>();
  for (const [follower, followees] of network.followees.entries()) {
    const id = network.people[follower]?.id ?? '';
    for (const followee of followees) {
      const followers = followersOf.get(followee);
      if (followers) followers.push(id);
      else followersOf.set(followee, [id]);
    }
  }
  for (const group of Object.values(network.known)) {
    for (const { author, followers, eachStandsFor } of group) {
      followersOf.set(author, [...idsOf(network, followers, eachStandsFor)]);
    }
  }
  for (const [followee, followers] of followersOf) {
    const key = keys.followers(network.people[followee]?.id ?? '');
    for (let at = 0; at < followers.length; at += FOLLOWERS_A_COMMAND) {
      yield ['sadd', key, ...followers.slice(at, at + FOLLOWERS_A_COMMAND)];
    }
  }
}

/** Ids of followers; those whom a follower stands for get ids of their own, so that their timelines are written too. */
function* idsOf(network: Network, followers: Uint32Array, eachStandsFor: number): Generator<string> {
  for (const index of followers) {
    const id = network.people[index]?.id ?? '';
    yield id;
    for (let nth = 1; nth < eachStandsFor; nth++) yield `${id}:${nth}`;
  }
}

function* timelineCommands(network: Network): Generator<Command> {
  // Posts are ranked once, so that each timeline is a sort of small numbers instead of strings.
  const byTime = network.posts
    .map((_, at) => at)
    .sort((a, b) => ((network.posts[a]?.id ?? '') < (network.posts[b]?.id ?? '') ? -1 : 1));
  const rankOf = new Uint32Array(byTime.length);
  for (const [rank, at] of byTime.entries()) rankOf[at] = rank;
  for (const [follower, followees] of network.followees.entries()) {
    const sources = [follower, ...followees];
    const ranks = new Uint32Array(sources.length * POSTS_EACH);
    let filled = 0;
    for (const source of sources) {
      for (let nth = 0; nth < POSTS_EACH; nth++) ranks[filled++] = rankOf[source * POSTS_EACH + nth] ?? 0;
    }
    const newest = ranks.sort().subarray(-TIMELINE_LENGTH);
    const words: (string | number)[] = [];
    for (const rank of newest) words.push(0, network.posts[byTime[rank] ?? 0]?.id ?? '');
    yield ['zadd', keys.timeline(network.people[follower]?.id ?? ''), ...words];
  }
}
