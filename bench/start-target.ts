import { mkdirSync } from 'node:fs';
import type { Network } from './graph/network.ts';
import { startReference } from './reference/start-reference.ts';
import { startHello } from './rimlight/start-hello.ts';
import { startRimlight } from './rimlight/start-rimlight.ts';
import type { Target, TargetName } from './target.ts';

/** Starts a stack seeded with `network`; its state lives under `folder`. */
export function startTarget(
  name: TargetName,
  network: Network,
  options: { port: number; folder: string },
): Promise<Target> {
  mkdirSync(options.folder, { recursive: true });
  if (name === 'reference') return startReference(network, options);
  if (name === 'ceiling') return startHello(network, options.port);
  return startRimlight(network, options);
}
