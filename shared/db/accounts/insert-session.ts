import { sessions } from '../schema/index.ts';
import type { ShardRouter } from '../shard-router.ts';

export type NewSession = Pick<
  typeof sessions.$inferSelect,
  'id' | 'userId' | 'tokenHash' | 'createdAt' | 'refreshedAt' | 'expiresAt'
>;

/** Writes a session into its user's shard. Throws a clash when the id is taken. */
export async function insertSession(shards: ShardRouter, session: NewSession): Promise<void> {
  await shards.forId(session.userId).db.insert(sessions).values(session);
}
