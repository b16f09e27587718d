import type { Circle } from '../../../durable-objects/timeline-cell/read-circle.ts';
import { listLikersAmong, listLikersBeside } from '../../../shared/db/likes/list-likers.ts';
import type { ShardRouter } from '../../../shared/db/shard-router.ts';
import type { LikerPlace } from '../../../shared/domain/paging/liker-cursor.ts';
import type { TimePlace } from '../../../shared/domain/paging/time-cursor.ts';

/** Who asks: nobody, or somebody with what their cell says, which is ahead of the list. */
export type LikerReader = Circle & { id: string };

type Query = { postId: string; reader: LikerReader | null; after: LikerPlace | null; limit: number };

/**
 * Likers of a post behind a place: those whom the reader follows, newest like first, then all others. The list is written
 * behind, so the reader's own like is taken from their cell.
 */
export async function readLikers(shards: ShardRouter, { postId, reader, after, limit }: Query): Promise<LikerPlace[]> {
  const followees = reader?.followees ?? [];
  const followed =
    followees.length > 0 && after?.followed !== false
      ? await listLikersAmong(shards, followees, { postId, after, limit })
      : [];
  const places = followed.map((place) => ({ ...place, followed: true }));
  if (places.length === limit) return places;
  const rest = { postId, after: after?.followed ? null : after, limit: limit - places.length };
  const others = await listLikersBeside(shards, reader ? [...followees, reader.id] : [], rest);
  return [...places, ...withReader(others, reader, rest).map((place) => ({ ...place, followed: false }))];
}

function withReader(
  others: readonly TimePlace[],
  reader: LikerReader | null,
  { after, limit }: { after: TimePlace | null; limit: number },
): TimePlace[] {
  if (reader?.likedAt == null) return [...others];
  const own = { at: reader.likedAt, id: reader.id };
  if (after && compareNewest(own, after) <= 0) return [...others];
  return [...others, own].toSorted(compareNewest).slice(0, limit);
}

/** Newest first, ties by id, as the list is. */
function compareNewest(a: TimePlace, b: TimePlace): number {
  return b.at - a.at || Number(a.id < b.id) - Number(a.id > b.id);
}
