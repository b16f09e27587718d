import { and, eq, ne, type SQL, sql } from 'drizzle-orm';
import { media, posts } from '../schema/index.ts';
import type { ShardRouter } from '../shard-router.ts';
import type { MediaRow } from './media-row.ts';

export type CaptionsTrack = { language: string; label: string };

/** The tracks of a row but for one language. */
const others = (language: string) =>
  sql`SELECT value FROM json_each(coalesce(${media.captions}, '[]')) WHERE value ->> 'language' <> ${language}`;

/** Lists a film's track of a language, in the place of an earlier one; undefined when it has `most` others. */
export function setCaptions(
  shards: ShardRouter,
  id: string,
  { language, label }: CaptionsTrack,
  most: number,
  now: number,
): Promise<MediaRow | undefined> {
  const tracks = sql`(SELECT json_group_array(json(value)) FROM (
    SELECT value FROM (${others(language)} UNION ALL SELECT json_object('language', ${language}, 'label', ${label}))
    ORDER BY value ->> 'language'))`;
  return change(shards, id, tracks, sql`(SELECT count(*) FROM (${others(language)})) < ${most}`, now);
}

/** Takes a film's track of a language off the list; undefined when it is not on it. */
export function dropCaptions(
  shards: ShardRouter,
  id: string,
  language: string,
  now: number,
): Promise<MediaRow | undefined> {
  const tracks = sql`(SELECT json_group_array(json(value)) FROM (${others(language)}))`;
  const listed = sql`EXISTS (SELECT 1 FROM json_each(${media.captions}) WHERE value ->> 'language' = ${language})`;
  return change(shards, id, tracks, listed, now);
}

/** One statement, so that two languages at once keep both; posts with the film get a new revision, for their cards name its tracks. */
async function change(
  shards: ShardRouter,
  id: string,
  tracks: SQL,
  condition: SQL,
  now: number,
): Promise<MediaRow | undefined> {
  const { db } = shards.forId(id);
  const [[row]] = await db.batch([
    db
      .update(media)
      .set({ captions: tracks, updatedAt: now })
      .where(and(eq(media.id, id), ne(media.state, 'deleted'), condition))
      .returning(),
    db
      .update(posts)
      .set({ revision: sql`${posts.revision} + 1` })
      .where(sql`${posts.id} IN (SELECT post_id FROM post_media WHERE media_id = ${id})`),
  ]);
  return row;
}
