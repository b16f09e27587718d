import { readinessSchema } from '../../../shared/contracts/index.ts';
import { pingShard } from '../../../shared/db/ping-shard.ts';
import { applyVerdict, limitOf, takeByAddress } from '../../http/limit-action.ts';
import { answer, route } from '../../http/route.ts';
import type { Services } from '../../services.ts';

const OBJECTS = 'durable-objects';
const PROBE_KEY = 'health/probe';

/** Touches every part that a request may need: each database, the bucket, an object and the queue. */
export const getReadiness = route(
  {
    method: 'get',
    path: '/health/ready',
    tags: ['health'],
    summary: 'Are the parts ready?',
    access: 'public',
    limit: 'read',
    limitInHandler: true,
    responses: {
      ...answer(200, readinessSchema, 'Every part answers.'),
      ...answer(503, readinessSchema, 'A part does not answer.'),
    },
  },
  async (c) => {
    const { services } = c.var;
    const started = Date.now();
    // Objects that do not answer are what this tells; nothing else is touched without a count.
    const verdict = await takeByAddress(c, 'read').catch(() => null);
    if (!verdict) {
      const parts = { [OBJECTS]: { ok: false, ms: Date.now() - started } };
      return c.json({ status: 'not-ready' as const, parts }, 503);
    }
    applyVerdict(c, limitOf(services.config, 'read').rule, verdict);
    const parts = Object.fromEntries(await Promise.all(probes(services).map(measure)));
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
    { name: OBJECTS, touch: () => services.stubs.rateLimiter('health').ping() },
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
