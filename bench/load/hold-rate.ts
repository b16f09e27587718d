import { Connection } from './connection.ts';
import { Latencies } from './latencies.ts';

/** Enough connections that at the held rates one is free unless the server really stalls. */
const HELD_CONNECTIONS = 64;

export interface HeldRate {
  p50: number;
  p99: number;
  requests: number;
}

/**
 * Sends at a fixed rate whether or not the server keeps up. Each latency counts from the moment the request was due, so that
 * a stall is charged to every request it held back (no coordinated omission); a request that finds all connections busy
 * waits in a queue with its clock running. The timer's own lateness, up to a millisecond, is counted as latency.
 */
export async function holdRate(input: {
  port: number;
  perSecond: number;
  next: () => Buffer;
  isGood?: (status: number) => boolean;
  warmSeconds?: number;
  seconds?: number;
}): Promise<HeldRate> {
  const isGood = input.isGood ?? ((status) => status === 200);
  const connections = await Connection.openMany(input.port, HELD_CONNECTIONS);
  const free = [...connections];
  const latencies = new Latencies();
  const gap = 1000 / input.perSecond;
  const start = performance.now();
  const countFrom = start + (input.warmSeconds ?? 2) * 1000;
  const total = Math.round(((input.warmSeconds ?? 2) + (input.seconds ?? 10)) * input.perSecond);
  let scheduled = 0;
  let sent = 0;
  let answered = 0;
  try {
    await new Promise<void>((resolve, reject) => {
      const sendNext = (connection: Connection) => {
        const due = start + sent++ * gap;
        connection.send(
          input.next(),
          (response) => {
            if (!isGood(response.status)) {
              reject(new Error(`the server answered ${response.status} at a held rate`));
              return;
            }
            if (due >= countFrom) latencies.add(performance.now() - due);
            if (++answered === total) {
              resolve();
              return;
            }
            if (sent < scheduled) sendNext(connection);
            else free.push(connection);
          },
          reject,
        );
      };
      const tick = () => {
        scheduled = Math.min(total, Math.floor((performance.now() - start) / gap) + 1);
        while (sent < scheduled) {
          // The one that has rested longest, so that none is idle for long enough to be closed by the server.
          const connection = free.shift();
          if (!connection) break;
          sendNext(connection);
        }
        if (scheduled < total) setTimeout(tick, Math.max(0, start + scheduled * gap - performance.now()));
      };
      tick();
    });
  } finally {
    for (const connection of connections) connection.close();
  }
  return { p50: latencies.percentile(50), p99: latencies.percentile(99), requests: latencies.count };
}
