import { type SQL, sql } from 'drizzle-orm';
import type { PostRow } from './load-posts.ts';

/** Statement: fails the whole batch when the post is no longer as it was read, in one of these states. */
export function requireRevision({ id, revision }: Pick<PostRow, 'id' | 'revision'>, states: readonly string[]): SQL {
  return requireState(id, states, sql`AND revision = ${revision}`);
}

/**
 * Statement: fails the whole batch when the post is in none of these states. SQLite's only way to raise outside a trigger is
 * a function that refuses its argument; see `attachMedia`.
 */
export function requireState(postId: string, states: readonly string[], condition: SQL = sql``): SQL {
  return sql`SELECT CASE WHEN EXISTS (
    SELECT 1 FROM posts WHERE id = ${postId} AND state IN (SELECT value FROM json_each(${JSON.stringify(states)})) ${condition})
    THEN 1 ELSE json('attachable: changed') END`;
}
