/** Redis keys. A timeline is a sorted set of post ids with equal scores: ids sort by time, so it is paged by id. */
export const keys = {
  timeline: (user: string) => `timeline:${user}`,
  followers: (user: string) => `followers:${user}`,
  card: (post: string) => `card:${post}`,
  limit: (action: string, user: string, window: number) => `limit:${action}:${user}:${window}`,
  /** These three only in the write-behind form of likes. */
  likes: (post: string) => `likes:${post}`,
  liked: (user: string) => `liked:${user}`,
  unflushedLikes: 'unflushed-likes',
  fanout: 'fanout',
};

export const FANOUT_GROUP = 'workers';

/** Entries that a timeline keeps, as large services of this design do; older ones are read from PostgreSQL. */
export const TIMELINE_LENGTH = 400;
