import { sql } from 'drizzle-orm';
import { type PostFactsRow, TAGS_OF_POST } from '../../domain/ranking/post-facts.ts';
import type { ShardRouter } from '../shard-router.ts';

type Raw = Omit<PostFactsRow, 'hideLikes' | 'tags'> & { hideLikes: number; tags: string };

/** What the ranking wants to know of posts, one query a database: a post, its author and its media share one. */
export async function loadPostFacts(shards: ShardRouter, ids: Iterable<string>): Promise<Map<string, PostFactsRow>> {
  const groups = [...shards.group(new Set(ids))];
  const lists = await Promise.all(
    groups.map(([shard, group]) =>
      shard.db.all<Raw>(sql`
        SELECT p.id, p.like_count AS likes, p.comment_count AS comments, p.hide_likes AS hideLikes,
          p.latitude, p.longitude, coalesce(u.follower_count, 0) AS followers,
          (SELECT count(*) FROM post_media WHERE post_id = p.id) AS items,
          (SELECT json_group_array(tag) FROM (SELECT tag FROM post_hashtags WHERE post_id = p.id LIMIT ${TAGS_OF_POST})) AS tags,
          m.kind AS mediaKind, m.width, m.height
        FROM posts AS p
        LEFT JOIN users AS u ON u.id = p.author_id
        LEFT JOIN post_media AS cover ON cover.post_id = p.id AND cover.position = 0
        LEFT JOIN media AS m ON m.id = cover.media_id
        WHERE p.id IN (SELECT value FROM json_each(${JSON.stringify(group)}))`),
    ),
  );
  return new Map(
    lists.flat().map((row) => [row.id, { ...row, hideLikes: row.hideLikes === 1, tags: JSON.parse(row.tags) }]),
  );
}
