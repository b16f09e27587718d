import { seededRandom } from '../darkroom/random.ts';
import type { DemoPerson, DemoPost } from '../network.ts';

const SEED = 20_250_101;
/** Share of the others that anybody follows, and that the shown account follows. */
const FOLLOWS = 0.32;
const SHOWN_FOLLOWS = 0.8;
const LEAST_CHARM = 0.12;
const MOST_CHARM = 0.8;

export interface PlannedPost {
  author: DemoPerson;
  post: DemoPost;
}

export interface SocialPlan {
  /** In the order in which they are published: everybody's own order is kept, and the people are mixed. */
  posts: PlannedPost[];
  follows: { follower: DemoPerson; followee: DemoPerson }[];
  likes: { person: DemoPerson; planned: PlannedPost }[];
}

/** Who follows whom, who posts when and who likes what: the same for the same people. */
export function planSocialLife(people: readonly DemoPerson[]): SocialPlan {
  const random = seededRandom(SEED);
  const follows = people.flatMap((follower, i) =>
    people
      .filter((followee) => followee !== follower && random.next() < (i === 0 ? SHOWN_FOLLOWS : FOLLOWS))
      .map((followee) => ({ follower, followee })),
  );
  const posts = people
    .flatMap((author) => {
      const moments = author.posts.map(() => random.next()).sort((a, b) => a - b);
      return author.posts.map((post, i) => ({ author, post, moment: moments[i] }));
    })
    .sort((a, b) => a.moment - b.moment)
    .map(({ author, post }) => ({ author, post }));
  const likes = posts.flatMap((planned) => {
    const charm = random.between(LEAST_CHARM, MOST_CHARM);
    return follows
      .filter(({ followee }) => followee === planned.author)
      .filter(() => random.next() < charm)
      .map(({ follower }) => ({ person: follower, planned }));
  });
  return { posts, follows, likes };
}
