import { type SQL, sql } from 'drizzle-orm';
import type { ShownTag } from './load-posts.ts';

/** What hangs on a post in rows of its own; what is left out stays as it is. */
export type PostDetails = {
  hashtags?: readonly string[];
  mentions?: readonly { userId: string; username: string }[];
  people?: readonly ShownTag[];
};

/** Statements that replace details in the batch of their post. Whoever took their tag off stays off. */
export function replaceDetails(postId: string, { hashtags, mentions, people }: PostDetails): SQL[] {
  return [
    ...(hashtags ? replaceHashtags(postId, hashtags) : []),
    ...(mentions ? replaceMentions(postId, mentions) : []),
    ...(people ? replacePeople(postId, people) : []),
  ];
}

function replaceHashtags(postId: string, hashtags: readonly string[]): SQL[] {
  return [
    sql`DELETE FROM post_hashtags WHERE post_id = ${postId}`,
    sql`INSERT INTO post_hashtags (post_id, tag, entry_id)
      SELECT p.id, value, p.entry_id FROM json_each(${JSON.stringify(hashtags)}), posts AS p WHERE p.id = ${postId}`,
  ];
}

function replaceMentions(postId: string, mentions: NonNullable<PostDetails['mentions']>): SQL[] {
  const rows = JSON.stringify(mentions.map(({ userId, username }) => [userId, username]));
  return [
    sql`DELETE FROM post_mentions WHERE post_id = ${postId}`,
    sql`INSERT OR IGNORE INTO post_mentions (post_id, user_id, username)
      SELECT ${postId}, value ->> 0, value ->> 1 FROM json_each(${rows})`,
  ];
}

function replacePeople(postId: string, people: readonly ShownTag[]): SQL[] {
  const rows = JSON.stringify(people.map(({ mediaId, userId, x, y, username }) => [mediaId, userId, x, y, username]));
  return [
    sql`DELETE FROM post_people WHERE post_id = ${postId} AND state = 'shown'`,
    sql`INSERT INTO post_people (post_id, media_id, user_id, x, y, username)
      SELECT ${postId}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(${rows})
      WHERE NOT EXISTS (SELECT 1 FROM post_people WHERE post_id = ${postId} AND user_id = value ->> 1 AND state = 'refused')`,
  ];
}
