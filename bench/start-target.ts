import { mkdirSync } from 'node:fs';
import type { Network } from './graph/network.ts';
import { startReference } from './reference/start-reference.ts';
import { startHello } from './rimlight/start-hello.ts';
import type { Target, TargetName } from './target.ts';

/** Starts a stack seeded with `network`; its state lives under `folder`. */
export function startTarget(
  name: TargetName,
  network: Network,
  options: { port: number; folder: string },
): Promise<Target> {
  mkdirSync(options.folder, { recursive: true });
  if (name === 'reference') return startReference(network, options);
  return startHello(network, options.port);
}
