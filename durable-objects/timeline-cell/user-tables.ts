/**
 * Every table that holds rows of single users, by `user_id`. A user who moves to another cell takes them along, and a
 * test holds this list against the schema. `relations` and `edges` are copies; the others are truth.
 */
export const USER_TABLES = [
  'edges',
  'relations',
  'like_marks',
  'saves',
  'collections',
  'collection_posts',
  'affinities',
  'seen',
  'attempts',
] as const;
export type UserTable = (typeof USER_TABLES)[number];
