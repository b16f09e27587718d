import { type FeedReason, feedReasonSchema } from '../../../shared/contracts/index.ts';
import { etagOf } from '../../../shared/domain/caching/weak-etag.ts';
import { likesBeside } from '../../../shared/domain/likes/pending-likes.ts';
import { fingerprint } from '../../../shared/domain/ranking/fingerprint.ts';
import type { AuthorCard } from '../../cards/author-card.ts';
import { withViewerPart } from '../../cards/join-post.ts';
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

/** A page of the feed as UTF-8, with its tag. */
export type WrittenFeed = {
  posts: readonly FeedPost[];
  /** All of it reads to the viewer as it does to everybody, whenever it is read. */
  isPlain: boolean;
  etag: string;
  write: () => Uint8Array<ArrayBuffer>;
};

/** Signed media URLs change this often; an answer that holds them may not outlive them. */
const SIGNATURE_WINDOW_MS = 5 * 60_000;

const encoder = new TextEncoder();
const START = encoder.encode('{"posts":[');
const LIST_START = '['.charCodeAt(0);

/** A page of the feed as UTF-8, with a tag made of what the page is made of rather than of its 18 KB. */
export function writeFeed(
  services: Services,
  viewer: Viewer,
  now: number,
  posts: readonly FeedPost[],
  nextCursor: string | null,
): WrittenFeed {
  const state = [fingerprint(viewer.id, 0), fingerprint(nextCursor ?? '', 0)];
  for (let index = 0; index < posts.length; index++) {
    const { post, marks, reason, reposter } = posts[index] as FeedPost;
    // A tag is a plain hash: one that held a hidden count would tell it to whoever tries numbers.
    if (hidesLikes(post, viewer)) state.push(post.joined.tagWithoutLikes);
    else state.push(post.joined.tag, post.counts.likes + ownLikes(post, marks));
    state.push(viewerPart(marks, reason).number);
    if (reposter) state.push(fingerprint(reposter.tag, 0));
    if (post.author.person.isPrivate || post.card.signed) state.push(Math.floor(now / SIGNATURE_WINDOW_MS));
  }
  const isPlain = posts.every((post) => isJoined(post, viewer));
  return {
    posts,
    isPlain,
    etag: etagOf(state),
    write: () => writePage(services, viewer, now, posts, nextCursor),
  };
}

/** Whether a page is still what would be written at `now` of the same entries: the same posts, and nothing that runs out. */
export function isCurrent({ posts, isPlain }: WrittenFeed, now: number): boolean {
  if (!isPlain) return false;
  for (let index = 0; index < posts.length; index++) if ((posts[index] as FeedPost).post.until <= now) return false;
  return true;
}

/** Whether a page is what would be written of these posts, looked at anew, of the same entries. */
export function isSameFeed(written: WrittenFeed, posts: readonly FeedPost[]): boolean {
  if (!written.isPlain || written.posts.length !== posts.length) return false;
  return posts.every(({ post }, index) => written.posts[index]?.post === post);
}

/**
 * Puts the page together from UTF-8 at hand. Joined as text, a page of twenty posts is flattened and encoded anew each time,
 * which took a fifth of the whole answer.
 */
function writePage(
  services: Services,
  viewer: Viewer,
  now: number,
  posts: readonly FeedPost[],
  nextCursor: string | null,
): Uint8Array<ArrayBuffer> {
  const end = nextCursor === null ? '],"nextCursor":null}' : `],"nextCursor":"${nextCursor}"}`;
  const parts: Uint8Array[] = [];
  let length = START.length + end.length;
  for (let index = 0; index < posts.length; index++) {
    const shown = posts[index] as FeedPost;
    const { post, marks, reason, reposter } = shown;
    if (isJoined(shown, viewer)) parts.push(withViewerPart(post.joined, viewerPart(marks, reason).bytes));
    else parts.push(encoder.encode(`,${presentPost(services, viewer, now, post, marks, { reason, reposter })}`));
  }
  for (let index = 0; index < parts.length; index++) length += (parts[index] as Uint8Array).length;
  const page = new Uint8Array(length);
  page.set(START);
  let at = START.length - 1;
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] as Uint8Array;
    page.set(part, at);
    at += part.length;
  }
  // The first post's comma lies where the list begins.
  page[START.length - 1] = LIST_START;
  if (parts.length === 0) at += 1;
  for (let index = 0; index < end.length; index++) page[at++] = end.charCodeAt(index);
  return page.subarray(0, at);
}

/** Whether the post reads to this viewer as to everybody: nobody's media to sign, no likes to hide or to add. */
function isJoined({ post, marks, reposter }: FeedPost, viewer: Viewer): boolean {
  const { card, author } = post;
  if (reposter || ownLikes(post, marks) !== 0 || author.person.isPrivate || card.signed) return false;
  return !hidesLikes(post, viewer);
}

/** Likes of the viewer's cell that the post's counts do not have. Once there are none, they stay so for these counts. */
function ownLikes({ counts }: ShownPost, { pendingLikes }: PostMarks): number {
  return likesBeside(pendingLikes, counts.likesTo);
}

function hidesLikes({ card }: ShownPost, viewer: Viewer): boolean {
  return card.hideLikes && card.authorId !== viewer.id;
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
