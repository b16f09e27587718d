import { exports } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import type { Problem } from '../../shared/contracts/index.ts';

it('answers nobody when it is deployed with the keys of the repository', async () => {
  for (const path of ['/api/v1/instance', '/health', '/openapi.json']) {
    const response = await exports.default.fetch(`https://rimlight.someone.workers.dev${path}`);
    expect(response.status, path).toBe(503);
    expect((await response.json<Problem>()).code).toBe('unavailable');
  }
  expect((await exports.default.fetch('http://127.0.0.1:8787/api/v1/instance')).status).toBe(200);
});
