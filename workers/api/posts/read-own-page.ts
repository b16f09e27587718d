import type { PageQuery } from '../../../shared/contracts/index.ts';
import { listOwnPosts } from '../../../shared/db/posts/list-own-posts.ts';
import { loadPosts, type PostRow } from '../../../shared/db/posts/load-posts.ts';
import { decodeIdCursor, encodeIdCursor } from '../../../shared/domain/paging/id-cursor.ts';
import { LAST_ID } from '../../../shared/ids/index.ts';
import { type OwnPost, presentOwnPosts } from '../../cards/present-own-posts.ts';
import type { AppContext } from '../../http/app-env.ts';
import { requireViewer } from '../../http/require-viewer.ts';

type OwnPage = { posts: OwnPost[]; nextCursor: string | null };

/** A page of the viewer's posts in some states, newest first. */
export async function readOwnPage(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  kind: string,
  states: readonly PostRow['state'][],
  { limit, cursor }: PageQuery,
): Promise<OwnPage> {
  const { shards } = c.var.services;
  const before = decodeIdCursor(kind, cursor) ?? LAST_ID;
  const ids = await listOwnPosts(shards, { authorId: requireViewer(c).id, states, before, limit: limit + 1 });
  const page = ids.slice(0, limit);
  const found = await loadPosts(shards, page);
  const rows = page.flatMap((id) => found.get(id) ?? []);
  const next = ids.length > limit ? (page.at(-1) ?? null) : null;
  return {
    posts: await presentOwnPosts(c, rows),
    nextCursor: encodeIdCursor(kind, next),
  };
}
