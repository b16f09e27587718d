import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import type { Network } from '../graph/network.ts';
import type { Target } from '../target.ts';

/** The same runtime version, date and flags as the product, so that only the work differs. */
const COMPATIBILITY = { compatibilityDate: '2026-11-01', compatibilityFlags: ['nodejs_compat'] };

const HELLO = "export default { fetch() { return new Response('hello'); } };";

/** Starts a Worker that only says hello: the most that the runtime can answer on this machine. */
export async function startHello(network: Network, port: number): Promise<Target> {
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      workers: [
        {
          name: 'hello',
          ...COMPATIBILITY,
          modules: [{ type: 'ESModule', path: 'hello.mjs', contents: HELLO }],
          unsafeDirectSockets: [{ host: '127.0.0.1', port }],
        },
      ],
    }),
  );
  await miniflare.ready;
  return {
    name: 'ceiling',
    port,
    network,
    tokens: [],
    signFan: () => '',
    lastReached: async () => [],
    cool: async () => {},
    stop: () => miniflare.dispose(),
  };
}
