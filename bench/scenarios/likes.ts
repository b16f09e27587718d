import { holdRate } from '../load/hold-rate.ts';
import { likeRequest } from '../load/requests.ts';
import { saturate } from '../load/saturate.ts';
import type { Target, TargetName } from '../target.ts';
import type { Scenario } from './scenario.ts';

const HELD_PER_SECOND = 1_000;
const SPREAD_POSTS = 10_000;

/** Likes that all change something: the people like in turn, and take it back the next time round. */
function toggles(target: Target, postOf: (nth: number) => string, prefix?: string): () => Buffer {
  const people = target.network.people.length;
  let nth = 0;
  return () => {
    const round = Math.floor(nth / people);
    const person = nth % people;
    nth++;
    return likeRequest(target, person, postOf(person), round % 2 === 0, prefix);
  };
}

function likes(input: { name: string; title: string; posts: number; behind?: boolean; from: number }): Scenario {
  const targets: TargetName[] = ['reference', 'rimlight'];
  return {
    name: input.name,
    title: input.title,
    unit: 'likes/s',
    better: 'higher',
    targets,
    measure: async (target) => {
      const { posts } = target.network;
      const prefix = input.behind && target.name === 'reference' ? '/behind' : undefined;
      const postOf = (person: number) => posts[(input.from + (person % input.posts)) % posts.length]?.id ?? '';
      const next = toggles(target, postOf, prefix);
      const { perSecond } = await saturate({ port: target.port, next });
      const { p50, p99 } = await holdRate({ port: target.port, next, perSecond: HELD_PER_SECOND });
      return { value: perSecond, p50, p99 };
    },
  };
}

export const likesHot = likes({ name: 'likes-hot', title: 'likes on one post, durable', posts: 1, from: 0 });
export const likesSpread = likes({
  name: 'likes-spread',
  title: 'likes over 10,000 posts, durable',
  posts: SPREAD_POSTS,
  from: 1,
});
/** The same against the reference's write-behind form, which answers before PostgreSQL knows. */
export const likesHotBehind = likes({
  name: 'likes-hot-behind',
  title: 'likes on one post, reference by write-behind',
  posts: 1,
  behind: true,
  from: SPREAD_POSTS + 1,
});
