import { loadMedia } from '../../shared/db/media/load-media.ts';
import type { MediaRow } from '../../shared/db/media/media-row.ts';
import { loadPosts, type PostRow } from '../../shared/db/posts/load-posts.ts';
import type { ShardRouter } from '../../shared/db/shard-router.ts';
import { publicMediaUrl } from '../../shared/domain/media/media-urls.ts';
import { presentMedia } from '../../shared/domain/media/present-media.ts';

/** The lasting part of a published post, ready to be written into an answer. A new revision is a new card. */
export type PostCard = {
  id: string;
  authorId: string;
  revision: number;
  hideLikes: boolean;
  /** JSON members that are the same for everybody. */
  head: string;
  /** JSON of the media with public URLs; a private author's are presented for each viewer from `media`. */
  publicMedia: string;
  media: MediaRow[];
  /** Whether its media are seen through signed URLs only, though its author is public: a draft's, an archived post's. */
  signed: boolean;
};

/** Cards of the published posts among `ids`: two rounds to D1, one query a database each. */
export async function loadPostCards(shards: ShardRouter, ids: readonly string[]): Promise<Map<string, PostCard>> {
  const posts = [...(await loadPosts(shards, ids)).values()].filter(({ state }) => state === 'published');
  const media = await loadMedia(
    shards,
    posts.flatMap(({ mediaIds }) => mediaIds),
  );
  return new Map(posts.map((post) => [post.id, makeCard(post, media)]));
}

/** A card from rows at hand. */
export function makeCard(post: PostRow, media: Map<string, MediaRow>): PostCard {
  const rows = post.mediaIds.flatMap((id) => media.get(id) ?? []);
  const head = JSON.stringify({
    id: post.id,
    caption: post.caption,
    hashtags: post.hashtags,
    mentions: post.mentions,
    location: presentLocation(post),
    hideLikes: post.hideLikes,
    commentsOff: post.commentsOff,
    people: post.people,
    createdAt: new Date(post.createdAt).toISOString(),
    editedAt: post.editedAt === null ? null : new Date(post.editedAt).toISOString(),
  });
  return {
    id: post.id,
    authorId: post.authorId,
    revision: post.revision,
    hideLikes: post.hideLikes,
    head: head.slice(1, -1),
    publicMedia: JSON.stringify(rows.map((row) => presentMedia(row, publicMediaUrl))),
    media: rows,
    signed: rows.some(({ audience }) => audience === 'restricted'),
  };
}

function presentLocation({ latitude, longitude, locationName }: PostRow) {
  if (latitude === null || longitude === null || locationName === null) return null;
  return { lat: latitude, lon: longitude, name: locationName };
}
