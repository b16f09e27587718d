import type { FeedReason } from '../../shared/contracts/index.ts';
import { likesBeside, NOTHING_PENDING, type PendingLikes } from '../../shared/domain/likes/pending-likes.ts';
import { signedMediaUrls } from '../../shared/domain/media/media-urls.ts';
import { presentMedia } from '../../shared/domain/media/present-media.ts';
import type { Viewer } from '../http/app-env.ts';
import type { Services } from '../services.ts';
import type { AuthorCard } from './author-card.ts';
import type { Hydrated } from './hydrate-posts.ts';

/** The viewer's part of a post. */
export type PostMarks = { liked: boolean; saved: boolean; shared: boolean; pendingLikes: PendingLikes };

export const NO_MARKS: PostMarks = { liked: false, saved: false, shared: false, pendingLikes: NOTHING_PENDING };

/** What the feed adds: why the post is there, and who passed it on. */
export type FeedPart = { reason: FeedReason; reposter?: AuthorCard | undefined };

/**
 * Writes a post as JSON. Cards hold their JSON ready, so an answer is joined rather than serialised: a page of twenty
 * costs a third less that way (docs/performance.md).
 */
export function presentPost(
  services: Services,
  viewer: Viewer | null,
  now: number,
  post: Hydrated,
  marks: PostMarks,
  feed?: FeedPart,
): string {
  const { card, author, counts } = post;
  const { liked, saved, shared, pendingLikes } = marks;
  const signed = author.person.isPrivate || card.signed;
  const media = signed ? presentPrivateMedia(services, viewer, now, card.media) : card.publicMedia;
  const hidden = card.hideLikes && viewer?.id !== card.authorId;
  const likes = hidden ? 'null' : Math.max(0, counts.likes + likesBeside(pendingLikes, counts.likesTo));
  return (
    `{${card.head},"author":${author.json},"media":${media}` +
    `,"counts":{"likes":${likes},"comments":${counts.comments},"shares":${counts.shares}}` +
    `,"viewer":{"liked":${liked},"saved":${saved},"shared":${shared}}${feed ? presentFeedPart(feed) : ''}}`
  );
}

function presentFeedPart({ reason, reposter }: FeedPart): string {
  return reposter ? `,"reason":"${reason}","repostedBy":${reposter.json}` : `,"reason":"${reason}"`;
}

/** URLs of a private account's media are signed for one viewer and short-lived, so they are never kept. */
function presentPrivateMedia(
  services: Services,
  viewer: Viewer | null,
  now: number,
  media: Hydrated['card']['media'],
): string {
  if (!viewer) return '[]';
  const urlFor = signedMediaUrls(services.config.TOKEN_KEYS, viewer.id, now);
  return JSON.stringify(media.map((row) => presentMedia(row, urlFor)));
}
