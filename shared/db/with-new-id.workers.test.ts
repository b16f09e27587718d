import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../config/index.ts';
import { createIdGenerator, type IdGenerator, shardOfId } from '../ids/index.ts';
import { insertSession } from './accounts/insert-session.ts';
import { ShardRouter } from './shard-router.ts';
import { withNewId } from './with-new-id.ts';

const vars = { ...env } as Record<string, unknown>;
const shards = new ShardRouter(vars, parseConfig(vars).SHARD_MAP);
const SHARD = 4_321;
let now = Date.now();

/** The generator of an isolate that happens to start at the first sequence of a millisecond. */
const anIsolate = () => createIdGenerator(() => 0);

/** Writes a row under a new id into the real database. */
function insertRow(ids: IdGenerator): Promise<string> {
  return withNewId(ids, SHARD, now, async (id) => {
    const times = { createdAt: now, refreshedAt: now, expiresAt: now };
    await insertSession(shards, { id, userId: id, tokenHash: '', ...times });
    return id;
  });
}

describe('a new id', () => {
  it('is drawn again when another isolate took it, in whichever order they come', async () => {
    now += 1;
    const isolates = [anIsolate(), anIsolate(), anIsolate(), anIsolate()];
    const made = await Promise.all(isolates.map(insertRow));
    expect(new Set(made).size).toBe(isolates.length);
    expect(made.every((id) => shardOfId(id) === SHARD)).toBe(true);
  });

  it('is given up when every draw is taken: that is no accident', async () => {
    now += 1;
    const first = anIsolate();
    for (let i = 0; i < 8; i++) await insertRow(first);
    await expect(insertRow(anIsolate())).rejects.toThrow();
  });

  it('is not drawn again for another failure', async () => {
    let calls = 0;
    const failing = withNewId(anIsolate(), SHARD, now, () => {
      calls += 1;
      return Promise.reject(new Error('the database is away'));
    });
    await expect(failing).rejects.toThrow('away');
    expect(calls).toBe(1);
  });
});
