import { type SQL, sql } from 'drizzle-orm';
import { type IdGenerator, shardOfId } from '../../ids/index.ts';
import type { OutboxItem } from '../outbox/outbox-work.ts';
import { FIRST_ATTEMPT_MS } from '../outbox/owe-work.ts';

/** Comments that one row of work takes out of inboxes: its payload has to fit into a message. */
const COMMENTS_A_ROW = 50;

/** Ids for the work that deleting about `comments` of a post owes. */
export function withdrawalIds(ids: IdGenerator, postId: string, comments: number, now: number): string[] {
  const rows = Math.max(1, Math.ceil(comments / COMMENTS_A_ROW));
  return Array.from({ length: rows }, () => ids.next(shardOfId(postId), now));
}

/**
 * Statement in front of the one that deletes the comments `which` (`comments AS c`) of a post, in its batch: whoever was
 * told of them, or of likes of theirs, is owed that it goes. Nothing else knows who that was once the rows are gone.
 * Answers the rows of work for `readWithdrawals`; should comments come meanwhile, the last row takes them too.
 */
export function oweWithdrawals(postId: string, which: SQL, outboxIds: readonly string[], now: number): SQL {
  // D1 binds numbers as floating point: without the cast, it would be a division with a remainder.
  const part = sql`CAST((row_number() OVER (ORDER BY c.id) - 1) / ${COMMENTS_A_ROW} AS INTEGER)`;
  return sql`
    INSERT INTO outbox (id, topic, payload, created_at, due_at)
    SELECT row.value, 'notice', json_object('topic', 'notice', 'about', json_object('kind', 'comments-gone',
      'postId', ${postId}, 'comments', json_group_array(json_object('commentId', gone.id, 'toldIds', json(gone.told),
        'likedAuthorId', iif(gone.like_count > 0, gone.author_id, NULL))))), ${now}, ${now + FIRST_ATTEMPT_MS}
    FROM (
      SELECT c.id, c.author_id, c.like_count, ${part} AS part, (
        SELECT json_group_array(user_id) FROM (
          SELECT value ->> 'userId' AS user_id FROM json_each(c.mentions)
          UNION SELECT author_id FROM posts WHERE id = c.post_id
          UNION SELECT author_id FROM comments WHERE id = c.parent_id
          UNION SELECT c.answered_user_id)
        WHERE user_id <> c.author_id) AS told
      FROM comments AS c WHERE c.post_id = ${postId} AND c.state = 'published' AND ${which}) AS gone
    JOIN json_each(${JSON.stringify(outboxIds)}) AS row ON row.key = min(gone.part, ${outboxIds.length - 1})
    GROUP BY row.value RETURNING id, payload`;
}

/** The work that the statement noted, from its rows. */
export function readWithdrawals(rows: readonly unknown[] | undefined): OutboxItem[] {
  return ((rows ?? []) as { id: string; payload: string }[]).map(({ id, payload }) => ({
    id,
    work: JSON.parse(payload),
  }));
}
