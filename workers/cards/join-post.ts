import { fingerprint } from '../../shared/domain/ranking/fingerprint.ts';
import type { Hydrated } from './hydrate-posts.ts';

/** What a post with public media says to everybody, as UTF-8: up to its count of likes, and from there to the viewer's part. */
export type JoinedPost = {
  toLikes: Uint8Array;
  afterLikes: Uint8Array;
  /** A hash of all of it. */
  tag: number;
};

const encoder = new TextEncoder();

/** Joins the parts that `presentPost` writes, once for all the pages that show the post. */
export function joinPost({ card, author, counts }: Hydrated): JoinedPost {
  const afterLikes = `,"comments":${counts.comments},"shares":${counts.shares}}`;
  return {
    toLikes: encoder.encode(`{${card.head},"author":${author.json},"media":${card.publicMedia},"counts":{"likes":`),
    afterLikes: encoder.encode(afterLikes),
    tag: fingerprint(`${card.id},${card.revision},${author.tag}${afterLikes}`, 0),
  };
}
