import { sql } from 'drizzle-orm';
import { commitAndRead } from '../commit-batch.ts';
import type { Shard, ShardRouter } from '../shard-router.ts';

/** Answers are kept this long; a key is free again after that. */
export const KEEP_MS = 24 * 3_600_000;
/** A request that has not answered by then is taken for dead, and a retry runs in its place. */
const LOCK_MS = 60_000;
/** Rows deleted by one sweep of one database. */
const SWEEP_SIZE = 1_000;

/** A user's key for one writing; `claim` names the request that wants to run. */
export type KeyClaim = { userId: string; key: string; fingerprint: string; claim: string };
export type KeptAnswer = { status: number; headers: Record<string, string>; body: string };
export type ClaimVerdict = { is: 'ours' | 'running' | 'mismatch' } | { is: 'done'; answer: KeptAnswer };

type Row = { fingerprint: string; claim: string; status: number | null; headers: string | null; body: string | null };

/** Takes the key, or says why not: another request runs with it, it is answered, or it belongs to another writing. */
export async function claimKey(
  shards: ShardRouter,
  { userId, key, fingerprint, claim }: KeyClaim,
  now: number,
): Promise<ClaimVerdict> {
  const [row] = await commitAndRead<Row>(shards.forId(userId), [
    sql`
      INSERT INTO idempotency_keys (user_id, key, fingerprint, claim, locked_until, created_at)
      VALUES (${userId}, ${key}, ${fingerprint}, ${claim}, ${now + LOCK_MS}, ${now})
      ON CONFLICT (user_id, key) DO UPDATE SET fingerprint = excluded.fingerprint, claim = excluded.claim,
        locked_until = excluded.locked_until, status = NULL, headers = NULL, body = NULL, created_at = excluded.created_at
      WHERE created_at <= ${now - KEEP_MS}
        OR (status IS NULL AND locked_until <= ${now} AND fingerprint = excluded.fingerprint)`,
    sql`SELECT fingerprint, claim, status, headers, body FROM idempotency_keys WHERE user_id = ${userId} AND key = ${key}`,
  ]);
  if (!row || row.claim === claim) return { is: 'ours' };
  if (row.fingerprint !== fingerprint) return { is: 'mismatch' };
  if (row.status === null) return { is: 'running' };
  return { is: 'done', answer: { status: row.status, headers: JSON.parse(row.headers ?? '{}'), body: row.body ?? '' } };
}

/** Keeps the answer for retries, unless another request has taken the key over. */
export async function keepAnswer(
  shards: ShardRouter,
  { userId, key, claim }: KeyClaim,
  { status, headers, body }: KeptAnswer,
): Promise<void> {
  await shards.forId(userId).db.run(sql`
    UPDATE idempotency_keys SET status = ${status}, headers = ${JSON.stringify(headers)}, body = ${body}
    WHERE user_id = ${userId} AND key = ${key} AND claim = ${claim}`);
}

/** Gives the key back: nothing was written with it. */
export async function releaseKey(shards: ShardRouter, { userId, key, claim }: KeyClaim): Promise<void> {
  await shards
    .forId(userId)
    .db.run(sql`DELETE FROM idempotency_keys WHERE user_id = ${userId} AND key = ${key} AND claim = ${claim}`);
}

/** Forgets answers that are over. */
export async function sweepKeys(shard: Shard, now: number): Promise<void> {
  await shard.db.run(sql`
    DELETE FROM idempotency_keys WHERE rowid IN (
      SELECT rowid FROM idempotency_keys WHERE created_at <= ${now - KEEP_MS} LIMIT ${SWEEP_SIZE})`);
}
