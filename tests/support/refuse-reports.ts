import { env } from 'cloudflare:workers';
import { parseConfig } from '../../shared/config/index.ts';
import { ShardRouter } from '../../shared/db/shard-router.ts';

const vars = { ...env } as Record<string, unknown>;
const shards = new ShardRouter(vars, parseConfig(vars).SHARD_MAP);

/** Makes a post's database refuse every report of its likes, until the function that is answered is called. */
export async function refuseReports(postId: string): Promise<() => Promise<void>> {
  const run = async (statement: string) => void (await shards.forId(postId).d1.prepare(statement).run());
  await run(`CREATE TRIGGER refuse_reports_${postId} BEFORE INSERT ON post_like_cells WHEN NEW.post_id = '${postId}'
    BEGIN SELECT RAISE(ABORT, 'refused'); END`);
  return () => run(`DROP TRIGGER refuse_reports_${postId}`);
}
