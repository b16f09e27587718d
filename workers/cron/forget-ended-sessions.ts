import { deleteEndedSessions } from '../../shared/db/accounts/delete-ended-sessions.ts';
import type { Services } from '../services.ts';

/** Deletes sessions that can no longer be refreshed. */
export async function forgetEndedSessions({ shards }: Services, now: number): Promise<void> {
  await deleteEndedSessions(shards, now);
}
