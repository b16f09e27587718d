import type { Miniflare } from 'miniflare';
import { edgesOf, type Network, POSTS_EACH } from '../graph/network.ts';
import { bulkInsert, type Run } from './bulk-insert.ts';
import type { Placement } from './place-people.ts';
import { WORKER } from './start-worker.ts';

const FOLLOWING_AT_VERSION_1 = ['following', 1];
const EVERYTHING_HELD = '';

/** Writes into every cell whom its people follow, themselves among them, and all that those have published. */
export async function seedCells(miniflare: Miniflare, network: Network, placement: Placement): Promise<void> {
  const edgesByCell = new Map(placement.names().map((name) => [name, [] as [number, number][]]));
  const add = (follower: number, followee: number) =>
    edgesByCell.get(placement.cellOf(follower))?.push([follower, followee]);
  for (const { index } of network.people) add(index, index);
  for (const [follower, followee] of edgesOf(network)) add(follower, followee);
  for (const [name, edges] of edgesByCell) {
    const storage = await miniflare.unsafeGetDurableObjectStorage(WORKER, 'TimelineCell', { name });
    const run: Run = (sql, json) => storage.exec(sql, json);
    await bulkInsert(run, 'edges', ['user_id', 'source_id', 'state', 'version'], edgeRows(network, edges));
    const sources = new Set(edges.map(([, followee]) => followee));
    await bulkInsert(run, 'sources', ['source_id', 'complete_from'], sourceRows(network, sources));
    await bulkInsert(
      run,
      'entries',
      ['source_id', 'entry_id', 'post_id', 'revision', 'present'],
      entryRows(network, sources),
    );
  }
}

function* edgeRows({ people }: Network, edges: [number, number][]): Generator<unknown[]> {
  for (const [follower, followee] of edges)
    yield [people[follower]?.id, people[followee]?.id, ...FOLLOWING_AT_VERSION_1];
}

function* sourceRows({ people }: Network, sources: Set<number>): Generator<unknown[]> {
  for (const source of sources) yield [people[source]?.id, EVERYTHING_HELD];
}

function* entryRows({ people, posts, active }: Network, sources: Set<number>): Generator<unknown[]> {
  for (const source of sources) {
    if (source >= active) continue;
    for (let nth = 0; nth < POSTS_EACH; nth++) {
      const post = posts[source * POSTS_EACH + nth]?.id;
      yield [people[source]?.id, post, post, 0, 1];
    }
  }
}
