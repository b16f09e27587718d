import { runInDurableObject } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { aWorld } from '../../tests/support/a-world.ts';
import { loadSources } from './load-sources.ts';

const [PLAIN, EDITED, REPOST, GONE] = ['00000000000a1', '00000000000a2', '00000000000a3', '00000000000a4'] as const;

it('reads posts, edited posts and reposts of many sources, oldest first, and none that is gone', async () => {
  const { cell } = aWorld();
  const sources = await runInDurableObject(cell, (_, { storage: { sql } }) => {
    const rows = [
      ['held', GONE, GONE, 2, 0, ''],
      ['held', REPOST, 'post', 0, 1, 'writer'],
      ['held', EDITED, EDITED, 3, 1, ''],
      ['held', PLAIN, PLAIN, 0, 1, ''],
    ];
    for (const row of rows) sql.exec('INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)', ...row);
    sql.exec(`INSERT INTO sources VALUES ('held', ?, 'pull', 4)`, PLAIN);
    return [...loadSources(sql, ['held', 'never-seen'])];
  });
  const sourceId = 'held';
  expect(sources).toEqual([
    {
      id: sourceId,
      completeFrom: PLAIN,
      mode: 'pull',
      modeVersion: 4,
      entries: [
        { id: PLAIN, postId: PLAIN, sourceId, revision: 0 },
        { id: EDITED, postId: EDITED, sourceId, revision: 3 },
        { id: REPOST, postId: 'post', sourceId, revision: 0, authorId: 'writer' },
      ],
    },
    { id: 'never-seen', completeFrom: '~', mode: 'push', modeVersion: -1, entries: [] },
  ]);
});
