import { Asker } from '../load/asker.ts';
import { holdRate } from '../load/hold-rate.ts';
import { likeRequest } from '../load/requests.ts';
import { saturate } from '../load/saturate.ts';
import { sendAll } from '../load/send-all.ts';
import type { Target } from '../target.ts';
import type { Scenario } from './scenario.ts';

const HELD_PER_SECOND = 1_000;
const SPREAD_POSTS = 10_000;
/** People who like at once: more than read, for a post that goes viral brings them together. */
const LIKERS = 256;
const COUNT_SETTLES_WITHIN_MS = 30_000;

interface Likes {
  name: string;
  title: string;
  /** How many posts are liked, and from which one on. */
  posts: number;
  from: number;
  /** A form of the reference's other than its usual one. */
  form?: 'plain' | 'behind';
}

/**
 * Likes that all change something: the active people like in turn, and take it back the next time round. Everybody has done both once
 * before the clock starts, so that it does not measure people's first like ever.
 */
class Toggles {
  readonly #target: Target;
  readonly #likes: Likes;
  readonly #prefix: string | undefined;
  #sent = 0;

  constructor(target: Target, likes: Likes) {
    this.#target = target;
    this.#likes = likes;
    this.#prefix = likes.form && target.name === 'reference' ? `/${likes.form}` : undefined;
  }

  next = (): Buffer => {
    const { active } = this.#target.network;
    const person = this.#sent % active;
    const liked = Math.floor(this.#sent / active) % 2 === 0;
    // Each time round everybody is at another post of the spread, and takes back the one that they liked.
    const shift = Math.floor(this.#sent / active / 2) * active;
    this.#sent++;
    return this.request(person, (person + shift) % this.#likes.posts, liked);
  };

  request(person: number, nth: number, liked: boolean): Buffer {
    const { posts } = this.#target.network;
    const post = posts[(this.#likes.from + nth) % posts.length];
    if (!post) throw new RangeError('the network has no posts to like');
    return likeRequest(this.#target, person, post.id, liked, this.#prefix);
  }

  *everybodyTwice(): Generator<Buffer> {
    for (let sent = 0; sent < 2 * this.#target.network.active; sent++) yield this.next();
  }

  /** What is missing until everybody has done the same. */
  *restOfRound(): Generator<Buffer> {
    while (this.#sent % this.#target.network.active > 0) yield this.next();
  }

  /** Whether everybody likes it now; asked at the end of a round. */
  get isLiked(): boolean {
    return Math.floor(this.#sent / this.#target.network.active) % 2 === 1;
  }
}

/** Ends the round, then repeats what one person has already done, which changes nothing, until the count that is answered is exact. */
async function requireExactCount(target: Target, toggles: Toggles): Promise<void> {
  await sendAll({ port: target.port, requests: toggles.restOfRound() });
  const expected = toggles.isLiked ? target.network.active : 0;
  const request = toggles.request(0, 0, toggles.isLiked);
  const asker = new Asker(target.port);
  const giveUpAt = performance.now() + COUNT_SETTLES_WITHIN_MS;
  try {
    for (;;) {
      const { likes } = JSON.parse((await asker.ask(request)).text) as { likes: number };
      if (likes === expected) return;
      if (performance.now() > giveUpAt)
        throw new Error(`${target.name} counts ${likes} likes where ${expected} are right`);
    }
  } finally {
    asker.close();
  }
}

function measureLikes(likes: Likes): Scenario {
  return {
    name: likes.name,
    title: likes.title,
    unit: 'likes/s',
    better: 'higher',
    targets: ['reference', 'rimlight'],
    part: 'likes',
    measure: async (target) => {
      const toggles = new Toggles(target, likes);
      const { port } = target;
      await sendAll({ port, requests: toggles.everybodyTwice() });
      const { perSecond } = await saturate({ port, next: toggles.next, connections: LIKERS });
      const { p50, p99 } = await holdRate({ port, next: toggles.next, perSecond: HELD_PER_SECOND });
      if (likes.posts === 1) await requireExactCount(target, toggles);
      return { value: perSecond, p50, p99 };
    },
  };
}

export const likesHot = measureLikes({ name: 'likes-hot', title: 'likes on one post, durable', posts: 1, from: 0 });
export const likesSpread = measureLikes({
  name: 'likes-spread',
  title: 'likes over 10,000 posts, durable',
  posts: SPREAD_POSTS,
  from: 1,
});
/** The same against the reference's write-behind form, which answers before PostgreSQL knows. */
export const likesHotBehind = measureLikes({
  name: 'likes-hot-behind',
  title: 'likes on one post, reference by write-behind',
  posts: 1,
  from: SPREAD_POSTS + 1,
  form: 'behind',
});
/** The same against a transaction and a commit a like. */
export const likesHotPlain = measureLikes({
  name: 'likes-hot-plain',
  title: 'likes on one post, reference by a commit each',
  posts: 1,
  from: SPREAD_POSTS + 2,
  form: 'plain',
});
