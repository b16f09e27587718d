import type { ShownMedia } from '../../shared/db/media/shown-media.ts';
import type { PostRow } from '../../shared/db/posts/load-posts.ts';
import { publicMediaUrl } from '../../shared/domain/media/media-urls.ts';
import { presentMedia } from '../../shared/domain/media/present-media.ts';

/** The lasting part of a post, ready to be written into an answer. A new revision is a new card. */
export type PostCard = {
  id: string;
  authorId: string;
  revision: number;
  hideLikes: boolean;
  /** JSON members that are the same for everybody. */
  head: string;
  /** JSON of the media with public URLs; a private author's are presented for each viewer from `media`. */
  publicMedia: string;
  media: ShownMedia[];
  /** Whether its media are seen through signed URLs only, though its author is public: a draft's, an archived post's. */
  signed: boolean;
};

/** A card from rows at hand; the media in their order. */
export function makeCard(post: PostRow, media: ShownMedia[]): PostCard {
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
    ...(post.state === 'archived' ? { archived: true } : {}),
  });
  return {
    id: post.id,
    authorId: post.authorId,
    revision: post.revision,
    hideLikes: post.hideLikes,
    head: head.slice(1, -1),
    publicMedia: JSON.stringify(media.map((row) => presentMedia(row, publicMediaUrl))),
    media,
    signed: media.some(({ audience }) => audience === 'restricted'),
  };
}

function presentLocation({ latitude, longitude, locationName }: PostRow) {
  if (latitude === null || longitude === null || locationName === null) return null;
  return { lat: latitude, lon: longitude, name: locationName };
}
