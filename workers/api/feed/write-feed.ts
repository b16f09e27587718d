import type { FeedReason } from '../../../shared/contracts/index.ts';
import { EtagBuilder } from '../../../shared/domain/caching/weak-etag.ts';
import type { AuthorCard } from '../../cards/author-card.ts';
import { PageBytes } from '../../cards/page-bytes.ts';
import { type PostMarks, presentPost } from '../../cards/present-post.ts';
import type { ShownPost } from '../../cards/shown-posts.ts';
import type { Viewer } from '../../http/app-env.ts';
import type { Services } from '../../services.ts';

/** A post in its place of the feed. */
export type FeedPost = {
  post: ShownPost;
  marks: PostMarks;
  reason: FeedReason;
  reposter: AuthorCard | undefined;
};

/** Signed media URLs change this often; an answer that holds them may not outlive them. */
const SIGNATURE_WINDOW_MS = 5 * 60_000;

const encoder = new TextEncoder();
const START = encoder.encode('{"posts":[');
const COMMA = encoder.encode(',');

/** A page of the feed as UTF-8, with a tag made of what the page is made of rather than of its 18 KB. */
export function writeFeed(
  services: Services,
  viewer: Viewer,
  now: number,
  posts: readonly FeedPost[],
  nextCursor: string | null,
): { etag: string; write: () => Uint8Array<ArrayBuffer> } {
  const tag = new EtagBuilder().text(viewer.id).text(nextCursor ?? '');
  for (const { post, marks, reason, reposter } of posts) {
    tag.number(post.joined.tag).number(post.counts.likes + marks.pendingLikes);
    tag.number(markBits(marks)).text(reason);
    if (reposter) tag.text(reposter.tag);
    if (post.author.person.isPrivate || post.card.signed) tag.number(Math.floor(now / SIGNATURE_WINDOW_MS));
  }
  return {
    etag: tag.toString(),
    write() {
      const page = new PageBytes().bytes(START);
      for (let index = 0; index < posts.length; index++) {
        if (index > 0) page.bytes(COMMA);
        writePost(page, services, viewer, now, posts[index] as FeedPost);
      }
      return page.text(`],"nextCursor":${JSON.stringify(nextCursor)}}`).join();
    },
  };
}

function writePost(page: PageBytes, services: Services, viewer: Viewer, now: number, shown: FeedPost): void {
  const { post, marks, reason, reposter } = shown;
  const { card, author, counts, joined } = post;
  const isForEverybody = !author.person.isPrivate && !card.signed && !(card.hideLikes && card.authorId !== viewer.id);
  if (reposter || !isForEverybody) {
    page.text(presentPost(services, viewer, now, post, marks, { reason, reposter }));
    return;
  }
  page.bytes(joined.toLikes).number(Math.max(0, counts.likes + marks.pendingLikes));
  page.bytes(joined.afterLikes).bytes(viewerPart(marks, reason));
}

const viewerParts = new Map<FeedReason, Uint8Array[]>();

/** What a post says to its viewer alone: one of few texts. */
function viewerPart(marks: PostMarks, reason: FeedReason): Uint8Array {
  let parts = viewerParts.get(reason);
  if (!parts) {
    parts = [];
    viewerParts.set(reason, parts);
  }
  const bits = markBits(marks);
  const { liked, saved, shared } = marks;
  parts[bits] ??= encoder.encode(
    `,"viewer":{"liked":${liked},"saved":${saved},"shared":${shared}},"reason":"${reason}"}`,
  );
  return parts[bits];
}

function markBits({ liked, saved, shared }: PostMarks): number {
  return (liked ? 1 : 0) | (saved ? 2 : 0) | (shared ? 4 : 0);
}
