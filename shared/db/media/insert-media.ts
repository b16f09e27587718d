import type { IdGenerator } from '../../ids/index.ts';
import { shardOfId } from '../../ids/index.ts';
import { media } from '../schema/index.ts';
import type { ShardRouter } from '../shard-router.ts';
import { withNewId } from '../with-new-id.ts';
import type { MediaRow } from './media-row.ts';

export type NewMedia = Pick<MediaRow, 'ownerId' | 'kind' | 'declaredType' | 'declaredSize' | 'altText' | 'filter'>;

/** A pending medium in its owner's shard; answers its id. */
export function insertMedia(shards: ShardRouter, ids: IdGenerator, row: NewMedia, now: number): Promise<string> {
  return withNewId(ids, shardOfId(row.ownerId), now, async (id) => {
    const { db } = shards.forId(id);
    await db.insert(media).values({ ...row, id, state: 'pending', createdAt: now, updatedAt: now });
    return id;
  });
}
