import { Connection } from './connection.ts';
import type { ParsedResponse } from './response-parser.ts';
import { SATURATION_CONNECTIONS } from './saturate.ts';

/** Sends every request once over a few connections and answers the milliseconds that it took. */
export async function sendAll(input: {
  port: number;
  requests: Iterable<Buffer>;
  isGood?: (response: ParsedResponse) => boolean;
  connections?: number;
}): Promise<number> {
  const isGood = input.isGood ?? (({ status }) => status === 200);
  const count = input.connections ?? SATURATION_CONNECTIONS;
  const connections = await Connection.openMany(input.port, count);
  const requests = input.requests[Symbol.iterator]();
  const start = performance.now();
  try {
    await Promise.all(
      connections.map(async (connection) => {
        for (let next = requests.next(); !next.done; next = requests.next()) {
          const response = await connection.ask(next.value);
          if (!isGood(response)) {
            throw new Error(`the server answered ${response.status}: ${response.body?.toString('utf8').slice(0, 300)}`);
          }
        }
      }),
    );
  } finally {
    for (const connection of connections) connection.close();
  }
  return performance.now() - start;
}
