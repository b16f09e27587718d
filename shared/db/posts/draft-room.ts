import { type SQL, sql } from 'drizzle-orm';
import { AppError } from '../../errors/index.ts';

export const MAX_DRAFTS = 100;

/**
 * Statement for the batch that writes a draft: it fails, and nothing is written, when its author has no room. abs() of the
 * lowest integer overflows, which nothing else in such a batch does.
 */
export function guardDraftRoom(authorId: string): SQL {
  return sql`
    SELECT CASE WHEN count(*) < ${MAX_DRAFTS} THEN count(*) ELSE abs(-9223372036854775807 - 1) END AS kept
    FROM posts WHERE author_id = ${authorId} AND state IN ('draft', 'scheduled', 'waiting')`;
}

/** Says in words why a batch with `guardDraftRoom` failed; throws everything else on. */
export function refuseDraft(error: unknown): never {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.message.includes('integer overflow')) throw noRoomForDraft();
  }
  throw error;
}

export function noRoomForDraft(): AppError {
  return new AppError('conflict', { detail: `You have ${MAX_DRAFTS} drafts; publish or delete one first.` });
}
