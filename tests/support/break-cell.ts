import { runInDurableObject } from 'cloudflare:test';
import type { TimelineCell } from '../../durable-objects/timeline-cell/timeline-cell.ts';

/** Makes a cell fail whatever touches its entries, until the function that is answered makes it well again. */
export async function breakCell(cell: DurableObjectStub<TimelineCell>): Promise<() => Promise<void>> {
  const rename = (from: string, to: string) =>
    runInDurableObject(cell, (_cell, { storage }) => {
      storage.sql.exec(`ALTER TABLE ${from} RENAME TO ${to}`);
    });
  await cell.describeCell();
  await rename('entries', 'hurt');
  return () => rename('hurt', 'entries');
}
