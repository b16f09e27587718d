import { createHash, createHmac } from 'node:crypto';
import { join } from 'node:path';

/** Half of an object's id is drawn from its name, the other half from the first: only its own namespace makes it. */
const HALF_BYTES = 16;

/** The SQLite file of a named object, where the runtime keeps it under Miniflare's state. `namespace` is its unique key. */
export function objectFile(state: string, kind: 'd1' | 'do', namespace: string, name: string): string {
  const key = createHash('sha256').update(namespace).digest();
  const half = (of: string | Buffer) => createHmac('sha256', key).update(of).digest().subarray(0, HALF_BYTES);
  const first = half(name);
  return join(state, kind, namespace, `${Buffer.concat([first, half(first)]).toString('hex')}.sqlite`);
}
