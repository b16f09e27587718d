import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import { isId, LOGICAL_SHARDS, shardOfId } from '../ids/index.ts';
import * as schema from './schema/index.ts';
import { parseShardMap } from './shard-map.ts';

/** One physical D1 database. Only queries in `shared/db` use it. */
export type Shard = { readonly name: string; readonly db: DrizzleD1Database<typeof schema>; readonly d1: D1Database };

/**
 * The only way to D1: a caller has an id or a handle and gets the database that owns it, never a binding.
 * Queries in `shared/db` take the router; nothing else of the code base may touch a D1 binding (a test looks).
 */
export class ShardRouter {
  readonly #shards: Shard[];
  readonly #byLogical: Shard[];

  constructor(env: Record<string, unknown>, shardMap: string) {
    const shards = new Map<string, Shard>();
    this.#byLogical = new Array<Shard>(LOGICAL_SHARDS);
    for (const { first, last, binding } of parseShardMap(shardMap)) {
      const shard = shards.get(binding) ?? openShard(env, binding);
      shards.set(binding, shard);
      this.#byLogical.fill(shard, first, last + 1);
    }
    this.#shards = [...shards.values()];
  }

  /** The database of an id's row. */
  forId(id: string): Shard {
    if (!isId(id)) throw new RangeError(`"${id}" is not an id`);
    return this.#at(shardOfId(id));
  }

  /** The database that decides who owns a username or an e-mail address. */
  forHandle(kind: 'username' | 'email', value: string): Shard {
    return this.#at(hash(`${kind}:${value}`) % LOGICAL_SHARDS);
  }

  /** The database that holds the perceptual hashes with this value in this band. */
  forHashBand(band: number, value: number): Shard {
    return this.#at(hash(`hash-band:${band}:${value}`) % LOGICAL_SHARDS);
  }

  /** Every physical database, for sweeps, rebuilds and health. */
  all(): readonly Shard[] {
    return this.#shards;
  }

  /** The ids, grouped by the database that holds them: one query a group. */
  group(ids: Iterable<string>): Map<Shard, string[]> {
    const groups = new Map<Shard, string[]>();
    for (const id of ids) {
      const shard = this.forId(id);
      const group = groups.get(shard);
      if (group) group.push(id);
      else groups.set(shard, [id]);
    }
    return groups;
  }

  #at(logical: number): Shard {
    const shard = this.#byLogical[logical];
    if (!shard) throw new RangeError(`no database for logical shard ${logical}`);
    return shard;
  }
}

function openShard(env: Record<string, unknown>, binding: string): Shard {
  const d1 = env[binding] as D1Database | undefined;
  if (!d1) throw new Error(`SHARD_MAP names ${binding}, which is not bound in wrangler.toml`);
  return { name: binding, d1, db: drizzle(d1, { schema, casing: 'snake_case' }) };
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}
