import { type SQL, sql } from 'drizzle-orm';
import type { Location } from '../../contracts/index.ts';
import type { ShardRouter } from '../shard-router.ts';
import type { ShownTag } from './load-posts.ts';

/** What a post showed until an edit. */
export type PostSnapshot = {
  caption: string;
  location: Location | null;
  /** By media id. */
  altTexts: Record<string, string>;
  people: ShownTag[];
};

export type PostVersion = PostSnapshot & { revision: number; replacedAt: number };

/** Statement: keeps what the published post shows now, before an edit replaces it. */
export function keepVersion(postId: string, now: number): SQL {
  return sql`
    INSERT INTO post_versions (post_id, revision, snapshot, replaced_at)
    SELECT id, revision, json_object(
      'caption', caption,
      'location', CASE WHEN location_name IS NULL THEN NULL
        ELSE json_object('lat', latitude, 'lon', longitude, 'name', location_name) END,
      'altTexts', (SELECT json_group_object(m.id, m.alt_text) FROM post_media AS pm JOIN media AS m ON m.id = pm.media_id
        WHERE pm.post_id = p.id),
      'mentions', (SELECT json_group_array(user_id) FROM post_mentions WHERE post_id = p.id),
      'people', (SELECT json_group_array(json_object('mediaId', media_id, 'userId', user_id, 'x', x, 'y', y, 'username', username))
        FROM post_people WHERE post_id = p.id AND state = 'shown')), ${now}
    FROM posts AS p WHERE id = ${postId} AND state = 'published'`;
}

/** Earlier versions of a post, newest first, below a revision. */
export async function listVersions(
  shards: ShardRouter,
  postId: string,
  before: number,
  limit: number,
): Promise<PostVersion[]> {
  const rows = await shards.forId(postId).db.all<{ revision: number; snapshot: string; replacedAt: number }>(
    sql`SELECT revision, snapshot, replaced_at AS replacedAt FROM post_versions
        WHERE post_id = ${postId} AND revision < ${before} ORDER BY revision DESC LIMIT ${limit}`,
  );
  return rows.map(({ revision, snapshot, replacedAt }) => {
    const { mentions: _unshown, ...shown } = JSON.parse(snapshot);
    return { ...shown, revision, replacedAt };
  });
}

/** Whom earlier versions of a post mention or show: a notice of it may still lie in their inboxes. */
export async function listFormerlyNamed(shards: ShardRouter, postId: string): Promise<Set<string>> {
  const rows = await shards.forId(postId).db.all<{ userId: string }>(sql`
    SELECT value AS userId FROM post_versions, json_each(snapshot, '$.mentions') WHERE post_id = ${postId}
    UNION
    SELECT value ->> 'userId' FROM post_versions, json_each(snapshot, '$.people') WHERE post_id = ${postId}`);
  return new Set(rows.map(({ userId }) => userId));
}
