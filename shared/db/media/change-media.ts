import { and, eq, ne, not, or, type SQL, sql } from 'drizzle-orm';
import { media } from '../schema/index.ts';
import type { ShardRouter } from '../shard-router.ts';
import type { MediaRow } from './media-row.ts';

/**
 * Changes what is given of the owner's medium; undefined when there is none such, or when it would describe anew what a post
 * shows: that is an edit of the post, which keeps what was shown before.
 */
export async function changeMedia(
  shards: ShardRouter,
  ownerId: string,
  id: string,
  change: { altText?: string | undefined; showCamera?: boolean | undefined },
  now: number,
): Promise<MediaRow | undefined> {
  const [row] = await shards
    .forId(id)
    .db.update(media)
    .set({ ...change, updatedAt: now })
    .where(
      and(
        eq(media.id, id),
        eq(media.ownerId, ownerId),
        ne(media.state, 'deleted'),
        change.altText === undefined ? undefined : or(eq(media.altText, change.altText), not(isShown(id))),
      ),
    )
    .returning();
  return row;
}

/** Condition: the medium is in a post that was published. */
function isShown(id: string): SQL {
  return sql`EXISTS (SELECT 1 FROM post_media AS pm JOIN posts AS p ON p.id = pm.post_id
    WHERE pm.media_id = ${id} AND p.state IN ('published', 'archived'))`;
}

/** Deletes the owner's medium unless something shows it; its bytes follow by the orphan collector. */
export async function deleteUnattached(
  shards: ShardRouter,
  ownerId: string,
  id: string,
  now: number,
): Promise<boolean> {
  const rows = await shards
    .forId(id)
    .db.update(media)
    .set({ state: 'deleted', updatedAt: now })
    .where(and(eq(media.id, id), eq(media.ownerId, ownerId), eq(media.attached, false), ne(media.state, 'deleted')))
    .returning({ id: media.id });
  return rows.length === 1;
}
