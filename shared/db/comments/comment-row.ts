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

/** The columns of a `RawComment` from `comments AS c`. */
export function commentColumns(viewerId: string): SQL {
  return sql`
    c.id, c.post_id AS postId, c.parent_id AS parentId, c.author_id AS authorId, c.text, c.hashtags, c.mentions, c.state,
    c.held_reason AS heldReason, c.reply_count AS replies, c.like_count AS likes, c.score,
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
