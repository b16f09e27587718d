import { Connection } from './connection.ts';

export const SATURATION_CONNECTIONS = 32;

/** Throughput of a closed loop: every connection asks again as soon as it is answered. */
export interface Throughput {
  perSecond: number;
  requests: number;
  bytesPerResponse: number;
}

/**
 * Asks as fast as the server answers, for `warmSeconds` uncounted and `seconds` counted. Any answer that `isGood` refuses ends the
 * run with an error, since a figure that contains failures means nothing.
 */
export async function saturate(input: {
  port: number;
  next: () => Buffer;
  isGood?: (status: number) => boolean;
  connections?: number;
  warmSeconds?: number;
  seconds?: number;
}): Promise<Throughput> {
  const isGood = input.isGood ?? ((status) => status === 200);
  const connections = await Connection.openMany(input.port, input.connections ?? SATURATION_CONNECTIONS);
  const countFrom = performance.now() + (input.warmSeconds ?? 3) * 1000;
  const stopAt = countFrom + (input.seconds ?? 8) * 1000;
  let requests = 0;
  let bytes = 0;
  try {
    await Promise.all(
      connections.map(
        (connection) =>
          new Promise<void>((resolve, reject) => {
            const ask = () =>
              connection.send(
                input.next(),
                (response) => {
                  if (!isGood(response.status)) {
                    reject(new Error(`the server answered ${response.status} under load`));
                    return;
                  }
                  const now = performance.now();
                  if (now >= stopAt) {
                    resolve();
                    return;
                  }
                  if (now >= countFrom) {
                    requests++;
                    bytes += response.bodyBytes;
                  }
                  ask();
                },
                reject,
              );
            ask();
          }),
      ),
    );
  } finally {
    for (const connection of connections) connection.close();
  }
  return {
    perSecond: (requests * 1000) / (stopAt - countFrom),
    requests,
    bytesPerResponse: bytes / Math.max(1, requests),
  };
}
