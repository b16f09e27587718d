import { fingerprint } from '../../shared/domain/ranking/fingerprint.ts';
import type { Hydrated } from './hydrate-posts.ts';

/** What a post with public media says to everybody, as UTF-8 with a comma before it, up to the viewer's own part. */
export type JoinedPost = {
  bytes: Uint8Array;
  /** A hash of all of it. */
  tag: number;
};

const encoder = new TextEncoder();

/** Joins the parts that `presentPost` writes, once for all the pages that show the post. */
export function joinPost({ card, author, counts: { likes, comments, shares } }: Hydrated): JoinedPost {
  const counts = `"counts":{"likes":${Math.max(0, likes)},"comments":${comments},"shares":${shares}}`;
  return {
    bytes: encoder.encode(`,{${card.head},"author":${author.json},"media":${card.publicMedia},${counts}`),
    tag: fingerprint(`${card.id},${card.revision},${author.tag}${counts}`, 0),
  };
}
