import { env } from 'cloudflare:workers';
import { ShardRouter } from '../../shared/db/shard-router.ts';
import type { Services } from '../../workers/services.ts';

/** What a dead process says to whoever waits for it. */
const DEAD = 'the process is dead';

/**
 * A process that dies right before its n-th call to the outside (D1, R2, Images, Stream, queues): that call and all later ones
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
      media: this.#wrap(services.media),
      images: this.#wrap(services.images),
      stream: this.#wrap(services.stream),
      mediaQueue: this.#wrap(services.mediaQueue),
      fanoutQueue: this.#wrap(services.fanoutQueue),
    };
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
