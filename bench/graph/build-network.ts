import { encodeSnowflake, LOGICAL_SHARDS } from '../../shared/ids/index.ts';
import { FOLLOWEES, type KnownAuthor, type Network, type Person, POSTS_EACH, type SeedPost } from './network.ts';
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
const LARGEST_AUDIENCE = 10_000;
/** How many known authors there are of each kind: enough that publishing does not queue behind one of them. */
const KNOWN = { fifty: 200, hundred: 20, thousand: 20, tenThousand: 3 };

/** Photos that wait to be posted, by author of each kind. */
const SPARES = { fifty: 200, hundred: 60, thousand: 500, tenThousand: 60 };

/** Builds the network for `active` people around `now`; the same input gives the same network. */
export function buildNetwork(active: number, now: number): Network {
  const random = new Random(SEED);
  const followers = Math.max(active, LARGEST_AUDIENCE);
  const knownCount = KNOWN.fifty + KNOWN.hundred + KNOWN.thousand + KNOWN.tenThousand;
  const shards: number[] = [];
  const people: Person[] = [];
  for (let index = 0; index < followers + knownCount; index++) {
    const shard = random.int(LOGICAL_SHARDS);
    const joinedAt = now - JOINED_BEFORE_MS + index;
    const [first, last] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)];
    shards.push(shard);
    people.push({
      index,
      id: encodeSnowflake({ time: joinedAt, shard, sequence: index % SEQUENCES }),
      username: `${first}.${last}.${index}`.toLowerCase(),
      fullName: `${first} ${last}`,
      joinedAt,
    });
  }
  const posts: SeedPost[] = [];
  const followees: Uint32Array[] = [];
  for (let index = 0; index < active; index++) {
    followees.push(random.distinct(Math.min(FOLLOWEES, active - 1), active, index));
    for (let nth = 0; nth < POSTS_EACH; nth++) posts.push(makePost(random, index, shards[index] ?? 0, nth, now));
  }
  let next = followers;
  const make = (count: number, audience: number): KnownAuthor[] =>
    Array.from({ length: count }, () => ({ author: next++, followers: random.distinct(audience, followers) }));
  const known = {
    fifty: make(KNOWN.fifty, 50),
    hundred: make(KNOWN.hundred, 100),
    thousand: make(KNOWN.thousand, 1_000),
    tenThousand: make(KNOWN.tenThousand, LARGEST_AUDIENCE),
  };
  const spare = (authors: KnownAuthor[], each: number) =>
    authors.map(({ author }) => ({ author, ids: makeMediaIds(shards[author] ?? 0, each, now) }));
  const spareMedia = [
    ...spare(known.fifty, SPARES.fifty),
    ...spare(known.hundred, SPARES.hundred),
    ...spare(known.thousand, SPARES.thousand),
    ...spare(known.tenThousand, SPARES.tenThousand),
  ];
  return { people, active, followees, posts, known, spareMedia };
}

let spareTicks = 0;

/** Each on a millisecond of its own, so that no two meet in one shard. */
function makeMediaIds(shard: number, count: number, now: number): string[] {
  const from = now - HOUR_MS;
  return Array.from({ length: count }, () => encodeSnowflake({ time: from + spareTicks++, shard, sequence: 0 }));
}

function makePost(random: Random, author: number, shard: number, nth: number, now: number): SeedPost {
  const slot = POSTS_SPAN_MS / POSTS_EACH;
  const createdAt = now - HOUR_MS - POSTS_SPAN_MS + nth * slot + random.int(slot);
  const sequence = author % SEQUENCES;
  const { caption, hashtags } = writeCaption(random);
  const size = random.pick(SIZES);
  return {
    id: encodeSnowflake({ time: createdAt, shard, sequence }),
    author,
    mediaId: encodeSnowflake({ time: createdAt - UPLOADED_BEFORE_MS, shard, sequence }),
    caption,
    hashtags,
    width: size.width,
    height: size.height,
    blurhash: random.pick(BLURHASHES),
    createdAt,
  };
}
