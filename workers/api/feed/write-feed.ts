import { type FeedReason, feedReasonSchema } from '../../../shared/contracts/index.ts';
import { etagOf } from '../../../shared/domain/caching/weak-etag.ts';
import { fingerprint } from '../../../shared/domain/ranking/fingerprint.ts';
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
  const state = [fingerprint(viewer.id, 0), fingerprint(nextCursor ?? '', 0)];
  for (let index = 0; index < posts.length; index++) {
    const { post, marks, reason, reposter } = posts[index] as FeedPost;
    state.push(post.joined.tag, post.counts.likes + marks.pendingLikes, viewerPart(marks, reason).number);
    if (reposter) state.push(fingerprint(reposter.tag, 0));
    if (post.author.person.isPrivate || post.card.signed) state.push(Math.floor(now / SIGNATURE_WINDOW_MS));
  }
  return {
    etag: etagOf(state),
    write() {
      const page = new PageBytes().bytes(START);
      for (let index = 0; index < posts.length; index++) {
        if (index > 0) page.bytes(COMMA);
        writePost(page, services, viewer, now, posts[index] as FeedPost);
      }
      return page.ascii(nextCursor === null ? '],"nextCursor":null}' : `],"nextCursor":"${nextCursor}"}`).join();
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
  page.bytes(joined.afterLikes).bytes(viewerPart(marks, reason).bytes);
}

type ViewerPart = { bytes: Uint8Array; number: number };

const FLAGS = [false, true];

/** What a post says to its viewer alone is one of these, numbered: by reason, and by whether it is liked, saved and shared. */
const VIEWER_PARTS = Object.fromEntries(
  feedReasonSchema.options.map((reason, place) => [
    reason,
    FLAGS.flatMap((shared) => FLAGS.flatMap((saved) => FLAGS.map((liked) => ({ shared, saved, liked })))).map(
      ({ liked, saved, shared }, bits) => ({
        bytes: encoder.encode(`,"viewer":{"liked":${liked},"saved":${saved},"shared":${shared}},"reason":"${reason}"}`),
        number: place * 8 + bits,
      }),
    ),
  ]),
) as Record<FeedReason, ViewerPart[]>;

function viewerPart({ liked, saved, shared }: PostMarks, reason: FeedReason): ViewerPart {
  return VIEWER_PARTS[reason][(liked ? 1 : 0) | (saved ? 2 : 0) | (shared ? 4 : 0)] as ViewerPart;
}
