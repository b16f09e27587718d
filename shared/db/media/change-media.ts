import { and, eq, ne } from 'drizzle-orm';
import { media } from '../schema/index.ts';
import type { ShardRouter } from '../shard-router.ts';
import type { MediaRow } from './media-row.ts';

/** Changes what is given of the owner's medium; undefined when there is none such. */
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
    .where(and(eq(media.id, id), eq(media.ownerId, ownerId), ne(media.state, 'deleted')))
    .returning();
  return row;
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
