import { join } from 'node:path';
import { type Config, parseConfig } from '../../shared/config/index.ts';
import { fanId } from '../graph/fan-id.ts';
import type { KnownAuthor, Network } from '../graph/network.ts';
import { signToken } from '../load/sign-token.ts';
import type { Target } from '../target.ts';
import { buildWorker } from './build-worker.ts';
import { countCounterCalls } from './count-counter-calls.ts';
import { migrateShards } from './migrate-shards.ts';
import { Placement } from './place-people.ts';
import { openCell, seedCells } from './seed-cells.ts';
import { seedShards } from './seed-shards.ts';
import { startWorker, type WorkerInput } from './start-worker.ts';
import { writeNetworkFile } from './write-network-file.ts';

/** Builds the product, runs it and seeds it with `network`. What is measured goes through its HTTP routes only. */
export async function startRimlight(network: Network, options: { port: number; folder: string }): Promise<Target> {
  const modules = buildWorker(join(options.folder, 'build'));
  const worker = { port: options.port, state: join(options.folder, 'state'), modules, vars: varsFor(network) };
  const { config, placement } = await makeTables(worker, network);
  const networkFile = join(options.folder, 'network.sqlite');
  writeNetworkFile(networkFile, network, placement);
  seedShards(worker.state, config.SHARD_MAP, networkFile);
  seedCells(worker.state, placement.names(), networkFile);
  const [key] = config.TOKEN_KEYS;
  const signer = { secret: key?.secret ?? '', issuer: 'rimlight', keyId: key?.id ?? '' };
  const sign = (id: string, cell: string) => signToken(signer, id, { cell, sid: id });
  let running = await startWorker(worker);
  return {
    name: 'rimlight',
    port: options.port,
    network,
    tokens: network.people.map(({ index, id }) => sign(id, placement.cellOf(index))),
    signFan: (fan) => sign(fanId(fan), placement.cellOfFan(fan)),
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

/** Has the runtime make what the seeding then writes into: the shards' tables, and a cell. */
async function makeTables(worker: WorkerInput, network: Network): Promise<{ config: Config; placement: Placement }> {
  const { miniflare, vars } = await startWorker(worker);
  try {
    const config = parseConfig(vars);
    const placement = new Placement(network, config.CELL_CAPACITY);
    await migrateShards(miniflare);
    await openCell(miniflare, placement.names()[0] ?? '');
    return { config, placement };
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
