import { type SQL, sql } from 'drizzle-orm';
import type { HeldCode } from '../../contracts/index.ts';

/** A comment as its post's shard holds it, with the viewer's like. */
export type CommentRow = {
  id: string;
  postId: string;
  parentId: string | null;
  authorId: string;
  text: string;
  hashtags: string[];
  mentions: { userId: string; username: string }[];
  state: 'published' | 'held';
  heldReason: HeldCode | null;
  replies: number;
  likes: number;
  score: number;
  liked: boolean;
  createdAt: number;
  editedAt: number | null;
};

export type RawComment = Omit<CommentRow, 'hashtags' | 'mentions' | 'liked'> & {
  hashtags: string;
  mentions: string;
  liked: number;
};

/** Held replies that the viewer sees: their own, and all of them under a post of theirs. */
const heldRepliesFor = (viewerId: string): SQL => sql`(
  SELECT COUNT(*) FROM comments AS r WHERE r.parent_id = c.id AND r.state = 'held'
    AND ${viewerId} IN (r.author_id, (SELECT author_id FROM posts WHERE id = c.post_id)))`;

/** The columns of a `RawComment` from `comments AS c`; its replies are counted as the viewer sees them. */
export function commentColumns(viewerId: string): SQL {
  return sql`
    c.id, c.post_id AS postId, c.parent_id AS parentId, c.author_id AS authorId, c.text, c.hashtags, c.mentions, c.state,
    c.held_reason AS heldReason, c.reply_count + ${heldRepliesFor(viewerId)} AS replies, c.like_count AS likes, c.score,
    c.created_at AS createdAt, c.edited_at AS editedAt,
    EXISTS (SELECT 1 FROM comment_likes AS l WHERE l.comment_id = c.id AND l.user_id = ${viewerId}) AS liked`;
}

export function readComment(raw: RawComment): CommentRow {
  return {
    ...raw,
    hashtags: JSON.parse(raw.hashtags),
    mentions: JSON.parse(raw.mentions),
    liked: raw.liked === 1,
  };
}
