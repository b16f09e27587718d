import { sql } from 'drizzle-orm';
import type { MediaFacts, ViewerFacts } from '../../domain/media/can-see-media.ts';
import type { ShardRouter } from '../shard-router.ts';
import type { MediaRow } from './media-row.ts';

type Raw = {
  state: MediaRow['state'];
  ownerId: string;
  ownerActive: number;
  ownerPrivate: number;
  isAvatar: number;
  attached: number;
  audience: MediaRow['audience'];
  moderation: MediaRow['moderation'];
};

export type MediaAccess = { state: MediaRow['state']; facts: MediaFacts };

/** What the rule needs to know of a medium and its owner: both rows are in the owner's shard, so it is one query. */
export async function findMediaAccess(shards: ShardRouter, id: string): Promise<MediaAccess | undefined> {
  const [row] = await shards.forId(id).db.all<Raw>(sql`
    SELECT m.state, m.owner_id AS ownerId, u.status = 'active' AS ownerActive, u.is_private AS ownerPrivate,
      u.avatar_media_id IS m.id AS isAvatar, m.attached, m.audience, m.moderation
    FROM media AS m JOIN users AS u ON u.id = m.owner_id WHERE m.id = ${id} AND m.state <> 'deleted'`);
  if (!row) return undefined;
  const { state, ownerId, audience, moderation } = row;
  return {
    state,
    facts: {
      ownerId,
      ownerActive: row.ownerActive === 1,
      ownerPrivate: row.ownerPrivate === 1,
      isAvatar: row.isAvatar === 1,
      attached: row.attached === 1,
      audience,
      withheld: moderation === 'held' || moderation === 'blocked',
    },
  };
}

/** How a viewer stands to the owner of a medium: two queries, one a person's shard. */
export async function loadStanding(
  shards: ShardRouter,
  ownerId: string,
  viewerId: string,
): Promise<Pick<ViewerFacts, 'follows' | 'blocked'>> {
  const [[edges], [block]] = await Promise.all([
    shards.forId(viewerId).db.all<{ follows: number; blocks: number }>(sql`
      SELECT EXISTS (SELECT 1 FROM follows WHERE follower_id = ${viewerId} AND followee_id = ${ownerId} AND state = 'following') AS follows,
        EXISTS (SELECT 1 FROM blocks WHERE blocker_id = ${viewerId} AND blocked_id = ${ownerId} AND active = 1) AS blocks`),
    shards.forId(ownerId).db.all<{ blocks: number }>(sql`
      SELECT EXISTS (SELECT 1 FROM blocks WHERE blocker_id = ${ownerId} AND blocked_id = ${viewerId} AND active = 1) AS blocks`),
  ]);
  return { follows: edges?.follows === 1, blocked: edges?.blocks === 1 || block?.blocks === 1 };
}
