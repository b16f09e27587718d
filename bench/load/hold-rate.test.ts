import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { buildRequest } from './build-request.ts';
import { holdRate } from './hold-rate.ts';

const STALL_MS = 300;

it('charges a stall of the server to every request that was due meanwhile', async () => {
  let answered = 0;
  const server = createServer((_request, response) => {
    // The whole process stops, as in a long garbage collection.
    if (++answered === 100) {
      const until = performance.now() + STALL_MS;
      while (performance.now() < until);
    }
    response.end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const request = buildRequest({ method: 'GET', path: '/' });
  const { port } = server.address() as AddressInfo;
  const { p50, p99, requests } = await holdRate({
    port,
    next: () => request,
    perSecond: 500,
    warmSeconds: 0,
    seconds: 1,
  });
  server.close();
  expect(requests).toBe(500);
  expect(p99).toBeGreaterThan(STALL_MS * 0.8);
  expect(p50).toBeLessThan(p99);
});
