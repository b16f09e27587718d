import { and, eq, sql } from 'drizzle-orm';
import { media } from '../schema/index.ts';
import type { Shard } from '../shard-router.ts';

type Attachment = {
  ownerId: string;
  mediaIds: readonly string[];
  /** What shows them is not published yet, so that they may still be on their way, or even have failed. */
  mayWait?: boolean;
};

/**
 * Two statements for the batch that makes a resource of these media. The first makes the whole batch fail, and nothing
 * is written, when one is not ready, not the owner's or taken meanwhile; SQLite's only way to raise outside a trigger
 * is a function that refuses its argument.
 */
export function attachMedia(shard: Shard, { ownerId, mediaIds, mayWait = false }: Attachment, now: number) {
  const attachable = and(
    sql`${media.id} IN (SELECT value FROM json_each(${JSON.stringify(mediaIds)}))`,
    sql`+${media.ownerId} = ${ownerId}`,
    // The plus keeps SQLite from walking all ready media by the state's index instead of looking up these few.
    mayWait ? sql`+${media.state} <> 'deleted'` : sql`+${media.state} = 'ready'`,
    eq(media.attached, false),
  );
  const guard = shard.db.all(sql`
    SELECT CASE WHEN found = ${mediaIds.length} THEN found ELSE json('attachable: ' || found) END AS attachable
    FROM (SELECT count(*) AS found FROM ${media} WHERE ${attachable})`);
  const attach = shard.db.update(media).set({ attached: true, updatedAt: now }).where(attachable);
  return [guard, attach] as const;
}

/** Whether a batch with `attachMedia` failed because a medium is no longer free. */
export function isAttachRefused(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.message.includes('malformed JSON')) return true;
  }
  return false;
}
