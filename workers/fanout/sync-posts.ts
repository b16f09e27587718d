import { listAudiences } from '../../shared/db/follows/list-audience.ts';
import type { OutboxItem, OutboxWork } from '../../shared/db/outbox/outbox-work.ts';
import { narrowWork } from '../../shared/db/outbox/settle-work.ts';
import { loadPeople } from '../../shared/db/people/load-people.ts';
import { type EntryRow, listEntries } from '../../shared/db/posts/list-entries.ts';
import type { Services } from '../services.ts';
import { type Delivery, groupAudience, type PostWork, planDeliveries } from './plan-deliveries.ts';

/** A cell that did not answer is tried again after this; later tries are the sweep's. */
const RETRY_SECONDS = 5;

export type PostItem = OutboxItem & { work: Extract<OutboxWork, { topic: 'post' }> };

/**
 * Brings the audience's cells up to date with posts: published, edited or gone, as D1 says now. One call a cell for the
 * whole batch. Answers the outbox ids that are done; of the rest, only the cells that failed are tried again.
 */
export async function syncPosts(services: Services, items: readonly PostItem[]): Promise<Set<string>> {
  const works = await planWorks(services, items);
  const failed = await deliver(services, planDeliveries(works));
  await Promise.all(
    works
      .filter(({ outboxId }) => failed.has(outboxId))
      .map(({ outboxId, entry }) => retryAlone(services, outboxId, entry.postId, [...(failed.get(outboxId) ?? [])])),
  );
  return new Set(items.map(({ id }) => id).filter((id) => !failed.has(id)));
}

/** Leaves only the failing cells to do, so that the others are not called again for their sake. */
async function retryAlone(
  { shards, fanoutQueue }: Services,
  id: string,
  postId: string,
  only: string[],
): Promise<void> {
  const work: PostItem['work'] = { topic: 'post', postId, cells: { only } };
  await narrowWork(shards.forId(id), id, work);
  await fanoutQueue.send({ id, work }, { delaySeconds: RETRY_SECONDS });
}

async function planWorks({ shards }: Services, items: readonly PostItem[]): Promise<PostWork[]> {
  const entries = new Map(
    (await listEntries(shards, new Set(items.map(({ work }) => work.postId)))).map((row) => [row.postId, row]),
  );
  const found = items.flatMap((item) => {
    const entry = entries.get(item.work.postId);
    return entry ? [{ item, entry }] : [];
  });
  const whole = found.filter(({ item }) => !item.work.cells).map(({ entry }) => entry.sourceId);
  const [audiences, authors] = await Promise.all([listAudiences(shards, whole), loadPeople(shards, whole)]);
  const bySource = groupAudience(audiences);
  return found.map(({ item, entry }) => ({ outboxId: item.id, entry, cells: cellsOf(item, entry, bySource, authors) }));
}

function cellsOf(
  { work }: PostItem,
  { sourceId }: EntryRow,
  audiences: Map<string, string[]>,
  authors: Map<string, { cellId: string }>,
): string[] {
  if (work.cells && 'only' in work.cells) return work.cells.only;
  const own = authors.get(sourceId)?.cellId;
  return [...new Set([...(audiences.get(sourceId) ?? []), ...(own ? [own] : [])])];
}

async function deliver({ stubs }: Services, deliveries: readonly Delivery[]): Promise<Map<string, Set<string>>> {
  const failed = new Map<string, Set<string>>();
  const results = await Promise.allSettled(
    deliveries.map(({ cellId, changes }) => stubs.cell(cellId).syncEntries(changes)),
  );
  results.forEach((result, index) => {
    const delivery = deliveries[index];
    if (result.status === 'fulfilled' || !delivery) return;
    for (const outboxId of delivery.outboxIds) {
      failed.set(outboxId, (failed.get(outboxId) ?? new Set<string>()).add(delivery.cellId));
    }
  });
  return failed;
}
