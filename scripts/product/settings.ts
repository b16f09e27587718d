import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
export const DEFAULT_PORT = 8787;

/** What the environment says about how the product runs here. */
export interface Settings {
  port: number;
  /** Folder that holds all local data: databases, objects, photos. */
  state: string;
  /** Whether the first start fills the network with demo people. */
  demo: boolean;
  /** Overrides of the vars in `wrangler.toml`. */
  vars: Record<string, string>;
}

/** Reads PORT, RIMLIGHT_STATE, RIMLIGHT_DEMO and RIMLIGHT_VARS; a wrong one is an error that names it. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const port = Number(env.PORT || DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT is not a port: ${env.PORT}`);
  return {
    port,
    state: resolve(root, env.RIMLIGHT_STATE || '.wrangler/state'),
    demo: env.RIMLIGHT_DEMO !== '0',
    vars: parseVars(env.RIMLIGHT_VARS ?? ''),
  };
}

/** Parses `NAME=value,OTHER=value`. A comma belongs to the value unless a name follows it. */
export function parseVars(text: string): Record<string, string> {
  const vars: Record<string, string> = {};
  for (const pair of text.split(/,(?=[A-Z][A-Z0-9_]*=)/).filter((part) => part.trim() !== '')) {
    const match = /^\s*([A-Z][A-Z0-9_]*)=(.*)$/s.exec(pair);
    if (!match?.[1]) throw new Error(`RIMLIGHT_VARS wants NAME=value pairs, not: ${pair}`);
    vars[match[1]] = match[2] ?? '';
  }
  return vars;
}

export function writeVars(vars: Record<string, string>): string {
  return Object.entries(vars)
    .map(([name, value]) => `${name}=${value}`)
    .join(',');
}
