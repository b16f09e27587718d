import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { aUser } from '../../../tests/support/a-user.ts';
import { parseConfig } from '../../config/index.ts';
import { createIdGenerator } from '../../ids/index.ts';
import { ShardRouter } from '../shard-router.ts';
import { findUserByHandle } from './find-user.ts';
import { confirmHandle, type Handle, releaseHandle, reserveHandle } from './reserve-handle.ts';

const vars = { ...env } as Record<string, unknown>;
const shards = new ShardRouter(vars, parseConfig(vars).SHARD_MAP);
const ids = createIdGenerator();
const MINUTE = 60_000;

let names = 0;
const aHandle = (): Handle => ({ kind: 'username', value: `reserved.${++names}` });
const aUserId = () => ids.next(ids.randomShard(), Date.now());

describe('a reservation', () => {
  it('keeps a name from others for a minute, then is taken over when no account came of it', async () => {
    const [handle, first, second] = [aHandle(), aUserId(), aUserId()];
    const now = Date.now();
    expect(await reserveHandle(shards, handle, first, now)).toBe(true);
    expect(await reserveHandle(shards, handle, second, now + MINUTE - 1)).toBe(false);
    expect(await reserveHandle(shards, handle, second, now + MINUTE)).toBe(true);
    expect(await confirmHandle(shards, handle, first, now + MINUTE)).toBe(false);
    expect(await confirmHandle(shards, handle, second, now + MINUTE)).toBe(true);
  });

  it('is taken over by one of many', async () => {
    const handle = aHandle();
    const now = Date.now();
    await reserveHandle(shards, handle, aUserId(), now - 2 * MINUTE);
    const answers = await Promise.all(Array.from({ length: 20 }, () => reserveHandle(shards, handle, aUserId(), now)));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  it('is never taken over from an account, however old', async () => {
    const { user } = await aUser();
    const handle: Handle = { kind: 'username', value: user.username };
    expect(await reserveHandle(shards, handle, aUserId(), Date.now() + 1_000 * MINUTE)).toBe(false);
    expect((await findUserByHandle(shards, handle))?.id).toBe(user.id);
  });

  it('is not taken over once a slow sign-up has confirmed it', async () => {
    const [handle, slow, next] = [aHandle(), aUserId(), aUserId()];
    const now = Date.now();
    await reserveHandle(shards, handle, slow, now - 2 * MINUTE);
    expect(await confirmHandle(shards, handle, slow, now)).toBe(true);
    expect(await reserveHandle(shards, handle, next, now)).toBe(false);
  });

  it('may be repeated, and given back by its holder only', async () => {
    const [handle, holder, other] = [aHandle(), aUserId(), aUserId()];
    const now = Date.now();
    await reserveHandle(shards, handle, holder, now);
    expect(await reserveHandle(shards, handle, holder, now)).toBe(true);
    await releaseHandle(shards, handle, other);
    expect(await reserveHandle(shards, handle, other, now)).toBe(false);
    await releaseHandle(shards, handle, holder);
    expect(await reserveHandle(shards, handle, other, now)).toBe(true);
  });
});
