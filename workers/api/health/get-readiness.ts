import { readinessSchema } from '../../../shared/contracts/index.ts';
import { pingShard } from '../../../shared/db/ping-shard.ts';
import { answer, route } from '../../http/route.ts';
import type { Services } from '../../services.ts';

const PROBE_KEY = 'health/probe';

/** Touches every part that a request may need: each database, the bucket, an object and the queue. */
export const getReadiness = route(
  {
    method: 'get',
    path: '/health/ready',
    tags: ['health'],
    summary: 'Are the parts ready?',
    access: 'public',
    responses: {
      ...answer(200, readinessSchema, 'Every part answers.'),
      ...answer(503, readinessSchema, 'A part does not answer.'),
    },
  },
  async (c) => {
    const parts = Object.fromEntries(await Promise.all(probes(c.var.services).map(measure)));
    const ready = Object.values(parts).every(({ ok }) => ok);
    return ready
      ? c.json({ status: 'ready' as const, parts }, 200)
      : c.json({ status: 'not-ready' as const, parts }, 503);
  },
);

type Probe = { name: string; touch: () => Promise<unknown> };

function probes(services: Services): Probe[] {
  const shards = services.shards.all().map((shard) => ({ name: `d1:${shard.name}`, touch: () => pingShard(shard) }));
  return [
    ...shards,
    { name: 'r2', touch: () => services.media.head(PROBE_KEY) },
    { name: 'durable-objects', touch: () => services.stubs.rateLimiter('health').ping() },
    { name: 'queue', touch: () => services.fanoutQueue.metrics() },
  ];
}

async function measure({ name, touch }: Probe): Promise<[string, { ok: boolean; ms: number }]> {
  const start = Date.now();
  const ok = await touch().then(
    () => true,
    () => false,
  );
  return [name, { ok, ms: Date.now() - start }];
}
