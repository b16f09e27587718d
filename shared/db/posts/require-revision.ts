import { type SQL, sql } from 'drizzle-orm';
import type { PostRow } from './load-posts.ts';

/**
 * Statement: fails the whole batch when the post is no longer as it was read, in one of these states. SQLite's only way
 * to raise outside a trigger is a function that refuses its argument; see `attachMedia`.
 */
export function requireRevision({ id, revision }: Pick<PostRow, 'id' | 'revision'>, states: readonly string[]): SQL {
  return sql`SELECT CASE WHEN EXISTS (
    SELECT 1 FROM posts WHERE id = ${id} AND revision = ${revision}
      AND state IN (SELECT value FROM json_each(${JSON.stringify(states)})))
    THEN 1 ELSE json('attachable: changed') END`;
}
