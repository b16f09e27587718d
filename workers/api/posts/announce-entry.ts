import type { EntryRow } from '../../../shared/db/posts/list-entries.ts';
import type { PostRow } from '../../../shared/db/posts/load-posts.ts';
import { atHome } from '../../cells/at-home.ts';
import { toChange } from '../../fanout/plan-deliveries.ts';
import type { AppContext } from '../../http/app-env.ts';
import { requireViewer } from '../../http/require-viewer.ts';

/** Tells the queue, and the viewer's own cell at once. What fails here is done by the sweep. */
export async function announceEntry(
  c: Pick<AppContext, 'get' | 'var'>,
  outboxId: string,
  entry: EntryRow,
): Promise<void> {
  const { services } = c.var;
  const change = toChange(entry);
  await Promise.allSettled([
    services.fanoutQueue.send({ id: outboxId, work: { topic: 'post', postId: entry.postId } }),
    atHome(services, requireViewer(c), (cell) => cell.syncEntries([change])),
  ]);
}

/** What a source publishes now; a repost names what it shows. */
export function newEntry(
  sourceId: string,
  postId: string,
  target: { targetId: string | null; targetAuthorId: string | null } = { targetId: null, targetAuthorId: null },
): EntryRow {
  return { postId, sourceId, entryId: postId, ...target, revision: 0, state: 'published' };
}

/** A post after its next change. */
export function entryOf({ id, authorId, entryId, revision }: PostRow, { state }: { state: string }): EntryRow {
  const target = { targetId: null, targetAuthorId: null };
  return { postId: id, sourceId: authorId, entryId, ...target, revision: revision + 1, state };
}
