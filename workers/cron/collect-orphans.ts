import { claimOrphans, forgetMedia } from '../../shared/db/media/sweep-media.ts';
import { deleteMedium } from '../media/delete-medium.ts';
import type { Services } from '../services.ts';

/**
 * Deletes uploads that nothing came of and media that nothing shows any more: first the row is marked, then the bytes
 * go, then the row. Stopped anywhere, the next run continues.
 */
export async function collectOrphans(services: Services, now: number): Promise<void> {
  await Promise.all(
    services.shards.all().map(async (shard) => {
      const orphans = await claimOrphans(shard, now);
      for (const orphan of orphans) await deleteMedium(services, orphan);
      const ids = orphans.map(({ id }) => id);
      if (ids.length > 0) await forgetMedia(shard, ids, now);
    }),
  );
}
