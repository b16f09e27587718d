import { applyD1Migrations, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { createIdGenerator, LAST_ID } from '../../ids/index.ts';
import { ShardRouter } from '../shard-router.ts';
import { listTagged } from './list-tagged.ts';

const ids = createIdGenerator();
const newId = () => ids.next(0, Date.now());

it('lists posts that were tagged before hashtags had places by where they were published', async () => {
  const { TEST_MIGRATIONS, SHARD_0 } = env;
  const placesCame = TEST_MIGRATIONS.findIndex(({ name }) => name.includes('hashtag_places'));
  await reset();
  await applyD1Migrations(SHARD_0, TEST_MIGRATIONS.slice(0, placesCame));
  const author = newId();
  await SHARD_0.prepare(
    `INSERT INTO users (id, username, email, password_hash, cell_id, created_at, updated_at)
      VALUES (?, 'ann', 'a@example.com', '', 'weur-0', 0, 0)`,
  )
    .bind(author)
    .run();
  const [draft, first, second] = [newId(), newId(), newId()];
  const insertPost = async (id: string, entryId: string) => {
    await SHARD_0.batch([
      SHARD_0.prepare(
        `INSERT INTO posts (id, author_id, entry_id, state, created_at) VALUES (?, ?, ?, 'published', 0)`,
      ).bind(id, author, entryId),
      SHARD_0.prepare(`INSERT INTO post_hashtags (post_id, tag) VALUES (?, 'sea')`).bind(id),
    ]);
  };
  await insertPost(first, first);
  await insertPost(second, second);
  await insertPost(draft, newId());
  await applyD1Migrations(SHARD_0, TEST_MIGRATIONS);
  // A Worker of before writes on until it is replaced.
  const third = newId();
  await insertPost(third, third);

  const shards = new ShardRouter({ ...env } as Record<string, unknown>, '0-8191:SHARD_0');
  const page = await listTagged(shards, { tag: 'sea', before: LAST_ID, limit: 10 });
  expect(page.map(({ id }) => id)).toEqual([third, draft, second, first]);
  const last = await listTagged(shards, { tag: 'sea', before: page[1]?.entryId ?? '', limit: 1 });
  expect(last.map(({ id }) => id)).toEqual([second]);
});

it('reads one range of the index in each database', async () => {
  const { results } = await env.SHARD_0.prepare(
    `EXPLAIN QUERY PLAN SELECT h.post_id, h.entry_id FROM post_hashtags AS h
      JOIN posts AS p ON p.id = h.post_id JOIN users AS u ON u.id = p.author_id
      WHERE h.tag = 'sea' AND h.entry_id < ? AND p.state = 'published' AND u.status = 'active' AND u.is_private = 0
      ORDER BY h.entry_id DESC LIMIT 5`,
  )
    .bind(LAST_ID)
    .all<{ detail: string }>();
  const [range, ...lookups] = results.map(({ detail }) => detail);
  expect(range).toContain('COVERING INDEX post_hashtags_by_place (tag=? AND entry_id<?)');
  expect(lookups.join()).not.toContain('SCAN');
  expect(lookups.join()).not.toContain('TEMP B-TREE');
});
