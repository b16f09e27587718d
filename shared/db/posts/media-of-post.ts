import { type SQL, sql } from 'drizzle-orm';

/** Statement: the post's media, in order. */
export function showMedia(postId: string, mediaIds: readonly string[]): SQL {
  return sql`INSERT INTO post_media (post_id, position, media_id)
    SELECT ${postId}, key, value FROM json_each(${JSON.stringify(mediaIds)})`;
}

/** Statement: whether the bytes of the post's media are for their owner only, or for whoever sees the account. */
export function restrictMedia(postId: string, restricted: boolean): SQL {
  return sql`UPDATE media SET audience = ${restricted ? 'restricted' : 'account'}
    WHERE id IN (SELECT media_id FROM post_media WHERE post_id = ${postId})`;
}
