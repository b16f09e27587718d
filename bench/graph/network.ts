/** A person of the network. `index` is the position in `Network.people`. */
export interface Person {
  index: number;
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
}

/** Ready photos that nobody has posted yet, for the posts that scenarios publish. */
export interface SpareMedia {
  author: number;
  ids: string[];
}

/** The network that every stack is given. */
export interface Network {
  /** First the active people, then bystanders who only follow, then the known authors. */
  people: Person[];
  /** People below this index post, follow each other and read. */
  active: number;
  /** For each active person, whom of the active people they follow. */
  followees: Uint32Array[];
  /** Oldest first within an author. */
  posts: SeedPost[];
  /** By their number of followers: 50, 100, 1,000 and 10,000. */
  known: { fifty: KnownAuthor[]; hundred: KnownAuthor[]; thousand: KnownAuthor[]; tenThousand: KnownAuthor[] };
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
