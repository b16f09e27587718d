import { createExecutionContext } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { app } from '../../app.ts';

const call = (path: string) => exports.default.fetch(`https://rimlight.test${path}`);

describe('health', () => {
  it('answers that the Worker is up', async () => {
    const response = await call('/health');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok' });
  });

  it('touches every database, the bucket, an object and the queue', async () => {
    const response = await call('/health/ready');
    const body = await response.json<{ status: string; parts: Record<string, { ok: boolean }> }>();
    expect(body.status).toBe('ready');
    expect(Object.keys(body.parts).sort()).toEqual([
      'd1:SHARD_0',
      'd1:SHARD_1',
      'd1:SHARD_2',
      'd1:SHARD_3',
      'durable-objects',
      'queue',
      'r2',
    ]);
    expect(Object.values(body.parts).every(({ ok }) => ok)).toBe(true);
  });

  it('says that it is not ready when the object that counts its callers does not answer', async () => {
    const get = () => {
      throw new Error('no objects today');
    };
    const broken = {
      ...env,
      RATE_LIMITER: new Proxy(env.RATE_LIMITER, {
        get: (target, name) => (name === 'get' ? get : Reflect.get(target, name).bind(target)),
      }),
    };
    const response = await app.fetch(
      new Request('https://rimlight.test/health/ready'),
      broken,
      createExecutionContext(),
    );
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: 'not-ready', parts: { 'durable-objects': { ok: false } } });
  });
});
