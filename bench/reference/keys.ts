/** Redis keys. A timeline is a sorted set of post ids with equal scores: ids sort by time, so it is paged by id. */
export const keys = {
  timeline: (user: string) => `timeline:${user}`,
  followers: (user: string) => `followers:${user}`,
  card: (post: string) => `card:${post}`,
  likes: (post: string) => `likes:${post}`,
  liked: (user: string) => `liked:${user}`,
  saved: (user: string) => `saved:${user}`,
  /** Authors that a user blocks, is blocked by or mutes. */
  hidden: (user: string) => `hidden:${user}`,
  fanout: 'fanout',
  unflushedLikes: 'unflushed-likes',
};

export const FANOUT_GROUP = 'workers';

/** Entries that a timeline keeps, as large services of this design do; older ones are read from PostgreSQL. */
export const TIMELINE_LENGTH = 400;
