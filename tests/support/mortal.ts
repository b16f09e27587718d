import { env } from 'cloudflare:workers';
import { ShardRouter } from '../../shared/db/shard-router.ts';
import type { Services, WorkerEnv } from '../../workers/services.ts';
import { Stubs } from '../../workers/stubs.ts';

/** What a dead process says to whoever waits for it. */
const DEAD = 'the process is dead';

/**
 * A process that dies right before its n-th call to the outside (D1, objects, R2, Images, Stream, queues): that call and all later ones
 * fail, so it can clean up nothing; what it had begun goes on, as it does when an isolate is killed.
 */
export class Mortal {
  calls = 0;
  readonly #diesBefore: number;

  constructor(diesBefore: number) {
    this.#diesBefore = diesBefore;
  }

  /** Whether the life was long enough for everything. */
  get survived(): boolean {
    return this.calls < this.#diesBefore;
  }

  /** The same services on bindings that count, and die. */
  live(services: Services): Services {
    const vars = Object.fromEntries(
      Object.entries({ ...env } as Record<string, unknown>).map(([name, value]) => [
        name,
        name.startsWith('SHARD_') && typeof value === 'object' ? this.#wrap(value as object) : value,
      ]),
    );
    return {
      ...services,
      shards: new ShardRouter(vars, services.config.SHARD_MAP),
      stubs: new Stubs(this.#namespaces()),
      media: this.#wrap(services.media),
      images: this.#wrap(services.images),
      stream: this.#wrap(services.stream),
      mediaQueue: this.#wrap(services.mediaQueue),
      fanoutQueue: this.#wrap(services.fanoutQueue),
    };
  }

  /** Objects are reached by stubs, whose methods are the calls. */
  #namespaces(): WorkerEnv {
    const bindings = { ...env } as unknown as Record<string, unknown>;
    for (const [name, binding] of Object.entries(bindings)) {
      if (typeof binding !== 'object' || binding === null || !('idFromName' in binding)) continue;
      const namespace = binding as DurableObjectNamespace;
      bindings[name] = {
        idFromName: (of: string) => namespace.idFromName(of),
        get: (...args: Parameters<typeof namespace.get>) => this.#wrap(namespace.get(...args)),
      };
    }
    return bindings as unknown as WorkerEnv;
  }

  #wrap<Binding extends object>(binding: Binding): Binding {
    return new Proxy(binding, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => {
          this.calls += 1;
          if (!this.survived) throw new Error(DEAD);
          return Reflect.apply(member, target, args);
        };
      },
    });
  }
}
