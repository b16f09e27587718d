import { fingerprint } from '../../shared/domain/ranking/fingerprint.ts';
import type { Hydrated } from './hydrate-posts.ts';

/** What a post with public media says to everybody, as UTF-8 with a comma before it, up to the viewer's own part. */
export type JoinedPost = {
  bytes: Uint8Array;
  /** A hash of all of it, and one without its likes, for whom they are hidden from. */
  tag: number;
  tagWithoutLikes: number;
  /** The same with the viewer's part that it was written with last: most viewers' are alike. */
  whole: { part: Uint8Array; bytes: Uint8Array } | undefined;
};

const encoder = new TextEncoder();

/** Joins the parts that `presentPost` writes, once for all the pages that show the post. */
export function joinPost({ card, author, counts: { likes, comments, shares } }: Hydrated): JoinedPost {
  const others = `"comments":${comments},"shares":${shares}}`;
  const counts = `"counts":{"likes":${Math.max(0, likes)},${others}`;
  const whose = `${card.id},${card.revision},${author.tag}`;
  const tag = fingerprint(whose + counts, 0);
  return {
    bytes: encoder.encode(`,{${card.head},"author":${author.json},"media":${card.publicMedia},${counts}`),
    tag,
    tagWithoutLikes: card.hideLikes ? fingerprint(whose + others, 0) : tag,
    whole: undefined,
  };
}

/** The post as UTF-8 with a viewer's part, of which there are few: joined once while the same is asked for. */
export function withViewerPart(post: JoinedPost, part: Uint8Array): Uint8Array {
  if (post.whole?.part !== part) {
    const bytes = new Uint8Array(post.bytes.length + part.length);
    bytes.set(post.bytes);
    bytes.set(part, post.bytes.length);
    post.whole = { part, bytes };
  }
  return post.whole.bytes;
}
