import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { decodeRankedPage } from '../../shared/domain/ranking/ranked-page.ts';
import { decodeSkeleton } from '../../shared/domain/timelines/skeleton.ts';
import { aWorld } from '../../tests/support/a-world.ts';
import { runMigrations } from '../run-migrations.ts';
import { migrations } from './migrations.ts';

/** Steps of the first release: rows that were written under them must survive every later one. */
const FIRST_STEPS = 2;

/** Takes a cell back to its first release, without rows. */
function returnToFirstSteps(storage: DurableObjectStorage): void {
  const { sql } = storage;
  for (const type of ['view', 'trigger', 'table']) {
    const names = sql
      .exec<{ name: string }>(
        `SELECT name FROM sqlite_schema WHERE type = ? AND name NOT GLOB '_cf_*' AND name NOT GLOB 'sqlite_*'`,
        type,
      )
      .toArray();
    for (const { name } of names) sql.exec(`DROP ${type} IF EXISTS "${name}"`);
  }
  runMigrations(storage, migrations.slice(0, FIRST_STEPS));
}

describe('the schema of a cell', () => {
  it('keeps the rows of its first release through every step since', async () => {
    const world = aWorld();
    const { reader, cell } = await world.reader();
    const ann = world.author();
    const [older, newer] = [await world.publish(ann), await world.publish(ann)];
    await runInDurableObject(cell, (_, { storage }) => {
      returnToFirstSteps(storage);
      const { sql } = storage;
      sql.exec(`INSERT INTO edges (user_id, source_id, state, version) VALUES (?, ?, 'following', 1)`, reader, ann);
      sql.exec(`INSERT INTO sources (source_id, complete_from, mode_version) VALUES (?, '', 0)`, ann);
      for (const post of [older, newer]) {
        sql.exec(
          'INSERT INTO entries (source_id, entry_id, post_id, revision, present) VALUES (?1, ?2, ?2, 0, 1)',
          ann,
          post,
        );
      }
      sql.exec('INSERT INTO likes (user_id, post_id, at) VALUES (?, ?, 7)', reader, older);
      sql.exec('INSERT INTO saves (user_id, post_id, at) VALUES (?, ?, 8)', reader, newer);
    });
    await evictDurableObject(cell);
    const latest = await cell.readHome(reader, null, 10);
    const ranked = await cell.readRanked(reader, null, 10, Date.now());
    for (const skeleton of [latest, decodeRankedPage(ranked).skeleton]) {
      const marks = decodeSkeleton(skeleton).map(({ postId, liked, saved }) => [postId, liked, saved]);
      expect(marks).toEqual([
        [newer, false, true],
        [older, true, false],
      ]);
    }
  });
});
