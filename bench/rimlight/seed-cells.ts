import { constants, copyFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { Miniflare } from 'miniflare';
import { fillFile } from './fill-file.ts';
import { objectFile } from './object-file.ts';
import { WORKER } from './start-worker.ts';

const CELLS = `${WORKER}-TimelineCell`;

/** Has the runtime make one cell, with its tables and nothing in them. */
export async function openCell(miniflare: Miniflare, name: string): Promise<void> {
  const cells = await miniflare.getDurableObjectNamespace('TIMELINE_CELL', WORKER);
  const cell = cells.get(cells.idFromName(name)) as unknown as { describeCell(): Promise<unknown> };
  await cell.describeCell();
}

/**
 * Writes into every cell whom its people follow, themselves among them, and all that those have published. The first
 * one is there already, and the others begin as copies of it: new cells are all the same.
 */
export function seedCells(state: string, [first = '', ...others]: string[], networkFile: string): void {
  const fileOf = (name: string) => objectFile(state, 'do', CELLS, name);
  // Closing it takes in what the runtime left beside it, without which a copy would be empty.
  fillFile(fileOf(first), networkFile, () => {});
  for (const name of others) copyFileSync(fileOf(first), fileOf(name), constants.COPYFILE_EXCL);
  for (const name of [first, ...others]) fillFile(fileOf(name), networkFile, (database) => insertCell(database, name));
}

function insertCell(database: DatabaseSync, name: string): void {
  database
    .prepare(
      `INSERT INTO edges (user_id, source_id, state, version)
        SELECT follower.id, followee.id, 'following', 1
        FROM network.people AS follower CROSS JOIN network.follows ON follows.follower = follower.at
          CROSS JOIN network.people AS followee ON followee.at = follows.followee
        WHERE follower.cell = ?1 ORDER BY follower.at, follows.followee`,
    )
    .run(name);
  database
    .prepare(
      `INSERT INTO edges (user_id, source_id, state, version)
        SELECT id, id, 'following', 1 FROM network.people WHERE cell = ?`,
    )
    .run(name);
  database.exec(
    `INSERT INTO sources (source_id, complete_from) SELECT DISTINCT source_id, '' FROM edges;
     INSERT INTO entries (source_id, entry_id, post_id, revision, present)
       SELECT source_id, posts.id, posts.id, 0, 1
       FROM sources CROSS JOIN network.people ON people.id = source_id CROSS JOIN network.posts ON posts.author = people.at`,
  );
}
