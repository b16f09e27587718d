import { listAudiencePage, listAudiences } from '../../shared/db/follows/list-audience.ts';
import { loadSources } from '../../shared/db/follows/source-mode.ts';
import type { OutboxItem, OutboxWork } from '../../shared/db/outbox/outbox-work.ts';
import { narrowWork } from '../../shared/db/outbox/settle-work.ts';
import { loadPeople } from '../../shared/db/people/load-people.ts';
import { type EntryRow, listEntries } from '../../shared/db/posts/list-entries.ts';
import { isPushed } from '../../shared/domain/timelines/choose-mode.ts';
import type { Services } from '../services.ts';
import { changeModeIfDue } from './change-mode.ts';
import { type Delivery, groupAudience, type PostWork, planDeliveries, takeWithin } from './plan-deliveries.ts';
import { splitAudience } from './split-audience.ts';

export type PostItem = OutboxItem & { work: Extract<OutboxWork, { topic: 'post' }> };

/** A cell that did not answer is tried again after this; later tries are the sweep's. */
const RETRY_SECONDS = 5;

type PlannedWork = PostWork & { item: PostItem };

/** What an invocation does of a batch: `works` call cells, `large` audiences are split, and `left` is for another one. */
export type PostPlan = { items: PostItem[]; works: PlannedWork[]; large: PlannedWork[]; left: PostItem[] };

/** Looks up whom posts concern, and takes as many of them, in their order, as call `mostCells` cells together. */
export async function planPosts(
  services: Services,
  items: readonly PostItem[],
  mostCells: number,
  now: number,
): Promise<PostPlan> {
  const planned = await planWorks(services, items, now);
  const isLarge = ({ item, cells }: PlannedWork) =>
    !item.work.cells && cells.length > services.config.FANOUT_PAGE_CELLS;
  const large = planned.filter(isLarge);
  const { taken, left } = takeWithin(
    planned.filter((work) => !isLarge(work)),
    mostCells,
  );
  const isLeft = new Set(left.map(({ item }) => item));
  return { items: items.filter((item) => !isLeft.has(item)), works: taken, large, left: [...isLeft] };
}

/**
 * Brings the audience's cells up to date with posts: published, edited or gone, as D1 says now. One call a cell for the
 * whole batch. Answers the outbox ids that are done. A large audience is split into rows of its own instead, and of a
 * post whose cells failed in part only those are tried again.
 */
export async function syncPosts(
  services: Services,
  { items, works, large }: PostPlan,
  now: number,
): Promise<Set<string>> {
  await Promise.all(large.map(({ item, cells }) => splitAudience(services, item, cells, now)));
  const failed = await deliver(services, planDeliveries(works));
  await Promise.all(
    works.map(({ item, entry }) => {
      const only = failed.get(item.id);
      return only && retryAlone(services, item.id, entry.postId, [...only]);
    }),
  );
  const open = new Set([...large.map(({ item }) => item.id), ...failed.keys()]);
  return new Set(items.map(({ id }) => id).filter((id) => !open.has(id)));
}

async function planWorks(services: Services, items: readonly PostItem[], now: number): Promise<PlannedWork[]> {
  const { shards } = services;
  const rows = await listEntries(shards, new Set(items.map(({ work }) => work.postId)));
  const entries = new Map(rows.map((row) => [row.postId, row]));
  const authorIds = new Set(rows.map(({ sourceId }) => sourceId));
  const [audiences, authors, sources] = await Promise.all([
    listAudiences(shards, authorIds),
    loadPeople(shards, authorIds),
    loadSources(shards, authorIds),
  ]);
  await Promise.all([...sources.values()].map((source) => changeModeIfDue(services, source, now)));
  const bySource = groupAudience(audiences);
  return Promise.all(
    items.flatMap((item) => {
      const entry = entries.get(item.work.postId);
      if (!entry) return [];
      const own = authors.get(entry.sourceId)?.cellId;
      const pushed = isPushed(sources.get(entry.sourceId)?.mode ?? 'push');
      const whole = [...new Set([...(pushed ? (bySource.get(entry.sourceId) ?? []) : []), ...(own ? [own] : [])])];
      return [cellsOf(services, item, entry, whole).then((cells) => ({ item, outboxId: item.id, entry, cells }))];
    }),
  );
}

async function cellsOf(
  { shards }: Services,
  { work }: PostItem,
  { sourceId }: EntryRow,
  whole: string[],
): Promise<string[]> {
  if (!work.cells) return whole;
  if ('only' in work.cells) return work.cells.only;
  const { after, through } = work.cells;
  const page = await listAudiencePage(shards.forId(sourceId), sourceId, after, through);
  return page.map(({ cellId }) => cellId);
}

async function deliver({ stubs }: Services, deliveries: readonly Delivery[]): Promise<Map<string, Set<string>>> {
  const failed = new Map<string, Set<string>>();
  const results = await Promise.allSettled(
    deliveries.map(async ({ cellId, changes }) => stubs.cell(cellId).syncEntries(changes)),
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
