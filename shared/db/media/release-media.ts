import { and, sql } from 'drizzle-orm';
import { media, users } from '../schema/index.ts';
import type { Shard } from '../shard-router.ts';

/**
 * For the batch that deletes a resource: its media are gone for everybody at once, and the orphan collector deletes
 * their bytes. One that is its owner's avatar stays.
 */
export function releaseMedia(shard: Shard, mediaIds: readonly string[], now: number) {
  return shard.db
    .update(media)
    .set({ state: 'deleted', attached: false, updatedAt: now })
    .where(
      and(
        sql`${media.id} IN (SELECT value FROM json_each(${JSON.stringify(mediaIds)}))`,
        sql`NOT EXISTS (SELECT 1 FROM ${users} WHERE ${users.id} = ${media.ownerId} AND ${users.avatarMediaId} = ${media.id})`,
      ),
    );
}
