import { type SQL, sql } from 'drizzle-orm';
import { firstIdAt } from '../../ids/index.ts';
import { KEEP_MS } from './claim-key.ts';

type HeldKey = { authorId: string; clientKey: string };

/**
 * Statement: what a writer wrote with a key a day ago or earlier lets go of it, so that the key may write anew. By the id,
 * which tells when a row was written: a draft is dated again when it is published.
 */
export function freeOldKey(table: 'posts' | 'comments', { authorId, clientKey }: HeldKey, now: number): SQL {
  return sql`UPDATE ${sql.identifier(table)} SET client_key = NULL
    WHERE author_id = ${authorId} AND client_key = ${clientKey} AND id < ${firstIdAt(now - KEEP_MS + 1)}`;
}
