/** A person of the network. `index` is the position in `Network.people`. */
export interface Person {
  index: number;
  shard: number;
  id: string;
  username: string;
  fullName: string;
  joinedAt: number;
}

/** A post of one photo. */
export interface SeedPost {
  id: string;
  author: number;
  mediaId: string;
  caption: string;
  hashtags: string[];
  width: number;
  height: number;
  blurhash: string;
  createdAt: number;
}

/** An author whose number of followers is what a scenario is about. */
export interface KnownAuthor {
  author: number;
  followers: Uint32Array;
  /** How many followers each listed one stands for, itself included, where not all of them exist as people. */
  eachStandsFor: number;
}

/** Ready photos that nobody has posted yet, for the posts that scenarios publish. */
export interface SpareMedia {
  author: number;
  ids: string[];
}

/** 50, 100, 1,000, 10,000 and, only where it is asked for, 1,000,000 followers. */
export type Audience = 'fifty' | 'hundred' | 'thousand' | 'tenThousand' | 'million';

/** The network that every stack is given. */
export interface Network {
  /** First the active people, then bystanders who only follow, then the known authors, then those who stand for a thousand others. */
  people: Person[];
  /** From this index on, each person stands for a whole cell. */
  cellsOfTheirOwnFrom: number;
  /** People below this index post, follow each other and read. */
  active: number;
  /** For each active person, whom of the active people they follow. */
  followees: Uint32Array[];
  /** Oldest first within an author. */
  posts: SeedPost[];
  /** By their number of followers. */
  known: Record<Audience, KnownAuthor[]>;
  /** People outside of it who like one post; see `fanId`. */
  fans: number;
  /** Of the known authors only. */
  spareMedia: SpareMedia[];
}

export const FOLLOWEES = 200;
export const POSTS_EACH = 20;

/** Every follow edge, from follower to followee, the known authors' included. */
export function* edgesOf(network: Network): Generator<[follower: number, followee: number]> {
  for (const [follower, followees] of network.followees.entries()) {
    for (const followee of followees) yield [follower, followee];
  }
  for (const group of Object.values(network.known)) {
    for (const { author, followers } of group) {
      for (const follower of followers) yield [follower, author];
    }
  }
}
