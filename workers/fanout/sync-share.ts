import { applyShare } from '../../shared/db/shares/apply-share.ts';
import { findShare, type Share } from '../../shared/db/shares/change-share.ts';
import type { Services } from '../services.ts';

/** Brings the original's count up to date with one person's share. Idempotent; answers the count. */
export async function syncShare({ shards }: Services, share: Share): Promise<number> {
  const truth = await findShare(shards, share);
  return truth ? applyShare(shards, share, truth) : 0;
}
