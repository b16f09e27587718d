import { sql } from 'drizzle-orm';
import type { posts } from '../schema/index.ts';
import type { ShardRouter } from '../shard-router.ts';

export type ShowingPost = { id: string; state: Exclude<typeof posts.$inferSelect.state, 'deleted'> };

/** The posts that show media of one owner, by medium; a medium is in one post at most. */
export async function findPostsOfMedia(
  shards: ShardRouter,
  ownerId: string,
  mediaIds: readonly string[],
): Promise<Map<string, ShowingPost>> {
  const rows = await shards.forId(ownerId).db.all<ShowingPost & { mediaId: string }>(sql`
    SELECT pm.media_id AS mediaId, p.id, p.state FROM post_media AS pm JOIN posts AS p ON p.id = pm.post_id
    WHERE pm.media_id IN (SELECT value FROM json_each(${JSON.stringify(mediaIds)})) AND p.state <> 'deleted'`);
  return new Map(rows.map(({ mediaId, ...post }) => [mediaId, post]));
}
