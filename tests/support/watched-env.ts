import { env } from 'cloudflare:workers';

/** The SQL of every statement that was made for D1, in order. */
export type Statements = string[];

/**
 * The bindings of the tests with D1 databases that note each statement, as an env of its own: `servicesFor` makes new
 * services for it, so its isolate memory is cold. `vars` overrides those of wrangler.toml.
 */
export function watchedEnv(vars: Record<string, string> = {}): { env: Cloudflare.Env; statements: Statements } {
  const statements: Statements = [];
  const watch = (database: D1Database) =>
    new Proxy(database, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => {
          if (name === 'prepare') statements.push(String(args[0]).replaceAll(/\s+/g, ' '));
          return Reflect.apply(member, target, args);
        };
      },
    });
  const { SHARD_0, SHARD_1, SHARD_2, SHARD_3 } = env;
  const databases = { SHARD_0, SHARD_1, SHARD_2, SHARD_3 };
  const watched = Object.fromEntries(Object.entries(databases).map(([name, database]) => [name, watch(database)]));
  return { env: { ...env, ...watched, ...vars } as Cloudflare.Env, statements };
}
