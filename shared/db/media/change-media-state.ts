import { and, eq, lt, or, sql } from 'drizzle-orm';
import type { MediaErrorCode } from '../../domain/media/media-errors.ts';
import { media } from '../schema/index.ts';
import type { ShardRouter } from '../shard-router.ts';
import type { MediaRow } from './media-row.ts';

/** The bytes arrived: pending → uploaded. False when the medium was past that already. */
export async function recordUpload(
  shards: ShardRouter,
  id: string,
  arrived: { sourceEtag: string; size: number },
  now: number,
): Promise<boolean> {
  const rows = await shards
    .forId(id)
    .db.update(media)
    .set({ ...arrived, state: 'uploaded', updatedAt: now })
    .where(and(eq(media.id, id), eq(media.state, 'pending')))
    .returning({ id: media.id });
  return rows.length === 1;
}

/**
 * Takes a medium for processing, or answers undefined when it is done, gone, or another worker has held it for less than
 * the lease.
 */
export async function claimMedia(
  shards: ShardRouter,
  id: string,
  leaseMs: number,
  now: number,
): Promise<MediaRow | undefined> {
  const free = or(eq(media.state, 'uploaded'), and(eq(media.state, 'processing'), lt(media.updatedAt, now - leaseMs)));
  const [row] = await shards
    .forId(id)
    .db.update(media)
    .set({ state: 'processing', attempts: sql`${media.attempts} + 1`, updatedAt: now })
    .where(and(eq(media.id, id), free))
    .returning();
  return row;
}

export type Claim = Pick<MediaRow, 'id' | 'attempts'>;

/** Ends a claim. A worker that was overtaken (its attempt is not the newest) changes nothing and gets false. */
async function endClaim(shards: ShardRouter, { id, attempts }: Claim, change: Partial<MediaRow>): Promise<boolean> {
  const rows = await shards
    .forId(id)
    .db.update(media)
    .set(change)
    .where(and(eq(media.id, id), eq(media.state, 'processing'), eq(media.attempts, attempts)))
    .returning({ id: media.id });
  return rows.length === 1;
}

export type ReadyFacts = Pick<MediaRow, 'contentType' | 'width' | 'height' | 'blurhash'> & Partial<MediaRow>;

/** processing → ready. */
export function finishMedia(shards: ShardRouter, claim: Claim, facts: ReadyFacts, now: number): Promise<boolean> {
  return endClaim(shards, claim, { ...facts, state: 'ready', errorCode: null, updatedAt: now });
}

/** processing → uploaded: the next delivery may try at once. */
export function releaseClaim(shards: ShardRouter, claim: Claim, now: number): Promise<boolean> {
  return endClaim(shards, claim, { state: 'uploaded', updatedAt: now });
}

/** processing → uploaded, as if it had not been tried: others have to do their part first. */
export function postponeClaim(shards: ShardRouter, claim: Claim, now: number): Promise<boolean> {
  return endClaim(shards, claim, { state: 'uploaded', attempts: claim.attempts - 1, updatedAt: now });
}

/** processing → failed, with the reason. */
export function failClaim(shards: ShardRouter, claim: Claim, errorCode: MediaErrorCode, now: number): Promise<boolean> {
  return endClaim(shards, claim, { state: 'failed', errorCode, updatedAt: now });
}

/** pending → failed: what arrived is not what was announced. */
export async function failUpload(
  shards: ShardRouter,
  id: string,
  errorCode: MediaErrorCode,
  now: number,
): Promise<void> {
  await shards
    .forId(id)
    .db.update(media)
    .set({ state: 'failed', errorCode, updatedAt: now })
    .where(and(eq(media.id, id), eq(media.state, 'pending')));
}
