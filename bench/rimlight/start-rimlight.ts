import { join } from 'node:path';
import { type Config, parseConfig } from '../../shared/config/index.ts';
import { fanId } from '../graph/fan-id.ts';
import type { KnownAuthor, Network } from '../graph/network.ts';
import { signToken } from '../load/sign-token.ts';
import { signTokens } from '../load/sign-tokens.ts';
import type { Target } from '../target.ts';
import { buildWorker } from './build-worker.ts';
import { countCounterCalls } from './count-counter-calls.ts';
import { migrateShards } from './migrate-shards.ts';
import { Placement } from './place-people.ts';
import { seedCells } from './seed-cells.ts';
import { seedShards } from './seed-shards.ts';
import { type RunningWorker, startWorker } from './start-worker.ts';

/** Builds the product, runs it and seeds it with `network`. What is measured goes through its HTTP routes only. */
export async function startRimlight(network: Network, options: { port: number; folder: string }): Promise<Target> {
  const modules = buildWorker(join(options.folder, 'build'));
  const worker = { port: options.port, state: join(options.folder, 'state'), modules, vars: varsFor(network) };
  const config = await seed(await startWorker({ ...worker, writable: true }), network);
  const placement = new Placement(network, config.CELL_CAPACITY);
  const [key] = config.TOKEN_KEYS;
  const signer = { secret: key?.secret ?? '', issuer: 'rimlight', keyId: key?.id ?? '' };
  const tokens = await signTokens(network, {
    ...signer,
    claimsOf: ({ index, id }) => ({ cell: placement.cellOf(index), sid: id }),
  });
  let running = await startWorker(worker);
  return {
    name: 'rimlight',
    port: options.port,
    network,
    tokens,
    signFan: (fan) => signToken(signer, fanId(fan), { cell: placement.cellOfFan(fan), sid: fanId(fan) }),
    counterCalls: () => countCounterCalls(worker.state),
    lastReached: async (author) => oneOfEachCell(author, placement),
    cool: async () => {
      await running.miniflare.dispose();
      running = await startWorker(worker);
      await running.miniflare.purgeCache();
    },
    stop: () => running.miniflare.dispose(),
  };
}

/** A million followers are pushed to as well, where by default cells would pull such an author. */
function varsFor(network: Network): Record<string, string> {
  return network.known.million.length > 0 ? { CELEBRITY_CELLS: String(network.people.length) } : {};
}

async function seed({ miniflare, vars }: RunningWorker, network: Network): Promise<Config> {
  try {
    const config = parseConfig(vars);
    const placement = new Placement(network, config.CELL_CAPACITY);
    await migrateShards(miniflare);
    await seedShards(miniflare, config.SHARD_MAP, network, placement);
    await seedCells(miniflare, network, placement);
    return config;
  } finally {
    await miniflare.dispose();
  }
}

/** A cell's people share what is delivered to it, so one of them shows it for all. */
function oneOfEachCell({ followers }: KnownAuthor, placement: Placement): number[] {
  const byCell = new Map<string, number>();
  for (const follower of followers) byCell.set(placement.cellOf(follower), follower);
  return [...byCell.values()];
}
