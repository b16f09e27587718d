import { exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';

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
});
