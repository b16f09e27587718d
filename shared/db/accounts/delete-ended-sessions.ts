import { lt } from 'drizzle-orm';
import { sessions } from '../schema/index.ts';
import type { ShardRouter } from '../shard-router.ts';

/** Deletes, in every database, sessions whose refresh token has expired. */
export async function deleteEndedSessions(shards: ShardRouter, now: number): Promise<void> {
  await Promise.all(shards.all().map(({ db }) => db.delete(sessions).where(lt(sessions.expiresAt, now))));
}
