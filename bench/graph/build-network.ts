import { encodeSnowflake, LOGICAL_SHARDS } from '../../shared/ids/index.ts';
import {
  type Audience,
  FOLLOWEES,
  type KnownAuthor,
  type Network,
  type Person,
  POSTS_EACH,
  type SeedPost,
} from './network.ts';
import { Random } from './random.ts';
import { BLURHASHES, FIRST_NAMES, LAST_NAMES, SIZES, writeCaption } from './words.ts';

const SEED = 20_260_101;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Seeded posts lie within this time before the run, the newest an hour old. */
const POSTS_SPAN_MS = 10 * DAY_MS;
const JOINED_BEFORE_MS = 90 * DAY_MS;
const UPLOADED_BEFORE_MS = 60_000;
const SEQUENCES = 1_024;
const PEOPLE_AT_LEAST = 10_000;

/** Authors with a known audience: how many there are, and the photos that each can post, enough for what the scenarios publish. */
const KNOWN: Record<Audience, { authors: number; followers: number; eachStandsFor: number; photos: number }> = {
  fifty: { authors: 200, followers: 50, eachStandsFor: 1, photos: 200 },
  hundred: { authors: 20, followers: 100, eachStandsFor: 1, photos: 60 },
  thousand: { authors: 20, followers: 1_000, eachStandsFor: 1, photos: 500 },
  tenThousand: { authors: 3, followers: 10_000, eachStandsFor: 1, photos: 60 },
  million: { authors: 1, followers: 1_000, eachStandsFor: 1_000, photos: 20 },
};

export interface NetworkOptions {
  active: number;
  /** Whether there is an author with 1,000,000 followers in 1,000 cells. */
  million: boolean;
  /** Whom each active person follows; 200 unless said. */
  followees?: number;
  /** How many people outside of the network like one post; a million unless said. */
  fans?: number;
}

/** Builds the network around `now`; the same options give the same network. */
export function buildNetwork(
  { active, million, followees: follows = FOLLOWEES, fans = 1_000_000 }: NetworkOptions,
  now: number,
): Network {
  const random = new Random(SEED);
  const audiences = (Object.keys(KNOWN) as Audience[]).filter((audience) => million || audience !== 'million');
  const crowd = Math.max(active, PEOPLE_AT_LEAST);
  const authors = audiences.reduce((sum, audience) => sum + KNOWN[audience].authors, 0);
  const cellsOfTheirOwnFrom = crowd + authors;
  const people = makePeople(random, cellsOfTheirOwnFrom + (million ? KNOWN.million.followers : 0), now);
  const posts: SeedPost[] = [];
  const followees: Uint32Array[] = [];
  for (const person of people.slice(0, active)) {
    followees.push(random.distinct(Math.min(follows, active - 1), active, person.index));
    for (let nth = 0; nth < POSTS_EACH; nth++) posts.push(makePost(random, person, nth, now));
  }
  const network: Network = {
    people,
    cellsOfTheirOwnFrom,
    active,
    followees,
    posts,
    known: { fifty: [], hundred: [], thousand: [], tenThousand: [], million: [] },
    fans,
    spareMedia: [],
  };
  let next = crowd;
  let tick = now - HOUR_MS;
  for (const audience of audiences) {
    const { followers, eachStandsFor, photos, authors: count } = KNOWN[audience];
    for (let nth = 0; nth < count; nth++) {
      const author = people[next++];
      if (!author) throw new RangeError('more known authors than people');
      network.known[audience].push({
        author: author.index,
        followers: audience === 'million' ? allFrom(people, cellsOfTheirOwnFrom) : random.distinct(followers, crowd),
        eachStandsFor,
      });
      // Each photo is of a millisecond of its own, so that no two ids meet in one shard.
      const ids = Array.from({ length: photos }, () =>
        encodeSnowflake({ time: tick++, shard: author.shard, sequence: 0 }),
      );
      network.spareMedia.push({ author: author.index, ids });
    }
  }
  return network;
}

function allFrom(people: Person[], from: number): KnownAuthor['followers'] {
  return Uint32Array.from(people.slice(from), ({ index }) => index);
}

function makePeople(random: Random, count: number, now: number): Person[] {
  return Array.from({ length: count }, (_, index) => {
    const shard = random.int(LOGICAL_SHARDS);
    const joinedAt = now - JOINED_BEFORE_MS + index;
    const [first, last] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)];
    return {
      index,
      shard,
      id: encodeSnowflake({ time: joinedAt, shard, sequence: index % SEQUENCES }),
      username: `${first}.${last}.${index}`.toLowerCase(),
      fullName: `${first} ${last}`,
      joinedAt,
    };
  });
}

function makePost(random: Random, { index, shard }: Person, nth: number, now: number): SeedPost {
  const slot = POSTS_SPAN_MS / POSTS_EACH;
  const createdAt = now - HOUR_MS - POSTS_SPAN_MS + nth * slot + random.int(slot);
  const sequence = index % SEQUENCES;
  const { caption, hashtags } = writeCaption(random);
  const { width, height } = random.pick(SIZES);
  return {
    id: encodeSnowflake({ time: createdAt, shard, sequence }),
    author: index,
    mediaId: encodeSnowflake({ time: createdAt - UPLOADED_BEFORE_MS, shard, sequence }),
    caption,
    hashtags,
    width,
    height,
    blurhash: random.pick(BLURHASHES),
    createdAt,
  };
}
