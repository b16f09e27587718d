import { sql } from 'drizzle-orm';
import type { ShardRouter } from '../shard-router.ts';

/** What the rules of comments need to know of a post and of its author's wishes. */
export type CommentedPost = {
  id: string;
  authorId: string;
  commentsOff: boolean;
  pinnedCommentId: string | null;
  hiddenWords: string[];
};

/** A published post, or also an archived one: one query, for the author's settings are in the same shard. */
export async function findCommentedPost(
  shards: ShardRouter,
  id: string,
  states: readonly ('published' | 'archived')[] = ['published'],
): Promise<CommentedPost | undefined> {
  type Raw = Omit<CommentedPost, 'commentsOff' | 'hiddenWords'> & { commentsOff: number; hiddenWords: string | null };
  const [row] = await shards.forId(id).db.all<Raw>(sql`
    SELECT p.id, p.author_id AS authorId, p.comments_off AS commentsOff, p.pinned_comment_id AS pinnedCommentId,
      (SELECT hidden_words FROM user_settings WHERE user_id = p.author_id) AS hiddenWords
    FROM posts AS p WHERE p.id = ${id} AND p.kind = 'post' AND p.state IN (SELECT value FROM json_each(${JSON.stringify(states)}))`);
  return (
    row && {
      ...row,
      commentsOff: row.commentsOff === 1,
      hiddenWords: row.hiddenWords ? JSON.parse(row.hiddenWords) : [],
    }
  );
}
