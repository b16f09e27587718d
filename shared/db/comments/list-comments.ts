import { type SQL, sql } from 'drizzle-orm';
import type { CommentOrder } from '../../contracts/index.ts';
import type { ShardRouter } from '../shard-router.ts';
import { type CommentRow, commentColumns, type RawComment, readComment } from './comment-row.ts';

/** A place in a list of comments; the score is used by the order `top` only. */
export type CommentPlace = { score: number; id: string };

export type CommentsQuery = {
  postId: string;
  /** Replies of this comment; null for comments on the post itself. */
  parentId: string | null;
  /** Left out: the list shows it on its own. */
  pinnedId: string | null;
  /** Held comments are listed to their writer only, and to the post's author. */
  viewerId: string;
  viewerOwnsPost: boolean;
  order: CommentOrder | 'oldest';
  after: CommentPlace | null;
  limit: number;
};

/** Comments of a post or of a thread, behind a place in their order. */
export async function listComments(shards: ShardRouter, query: CommentsQuery): Promise<CommentRow[]> {
  const { postId, parentId, pinnedId, viewerId, viewerOwnsPost, order, after, limit } = query;
  const { behind, by } = ORDERS[order](after);
  const rows = await shards.forId(postId).db.all<RawComment>(sql`
    SELECT ${commentColumns(viewerId)} FROM comments AS c
    WHERE c.post_id = ${postId} AND c.parent_id IS ${parentId} AND c.id IS NOT ${pinnedId}
      AND (c.state = 'published' OR ${viewerOwnsPost ? sql`1` : sql`c.author_id = ${viewerId}`})
      AND ${behind} ORDER BY ${by} LIMIT ${limit}`);
  return rows.map(readComment);
}

type Order = (after: CommentPlace | null) => { behind: SQL; by: SQL };

const ORDERS: Record<CommentsQuery['order'], Order> = {
  newest: (after) => ({ behind: after ? sql`c.id < ${after.id}` : sql`1`, by: sql`c.id DESC` }),
  oldest: (after) => ({ behind: after ? sql`c.id > ${after.id}` : sql`1`, by: sql`c.id` }),
  top: (after) => ({
    behind: after ? sql`(c.score, c.id) < (${after.score}, ${after.id})` : sql`1`,
    by: sql`c.score DESC, c.id DESC`,
  }),
};
