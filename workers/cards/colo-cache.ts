import type { LayerCounts } from '../../shared/domain/caching/layer-counts.ts';

/** Never routed: names in the data centre's cache only. */
const ORIGIN = 'https://cards.rimlight.internal';

/** A cache of the data centre that isolates share: JSON values by id, each for `seconds`. */
export class ColoCache<Value> {
  readonly #kind: string;
  readonly #seconds: number;
  readonly #counts: LayerCounts;

  constructor(kind: string, seconds: number, counts: LayerCounts) {
    this.#kind = kind;
    this.#seconds = seconds;
    this.#counts = counts;
  }

  /** What the data centre holds of `ids`. */
  async getMany(ids: readonly string[]): Promise<Map<string, Value>> {
    if (this.#seconds === 0) return new Map();
    const found = await Promise.all(
      ids.map(async (id): Promise<[string, Value][]> => {
        const hit = await caches.default.match(this.#key(id));
        return hit ? [[id, await hit.json<Value>()]] : [];
      }),
    );
    const values = new Map(found.flat());
    this.#counts.hits += values.size;
    this.#counts.misses += ids.length - values.size;
    return values;
  }

  /** Offers values to the other isolates. */
  async putMany(values: ReadonlyMap<string, Value>): Promise<void> {
    if (this.#seconds === 0) return;
    const headers = { 'Content-Type': 'application/json', 'Cache-Control': `public, max-age=${this.#seconds}` };
    await Promise.all(
      [...values].map(([id, value]) =>
        caches.default.put(this.#key(id), new Response(JSON.stringify(value), { headers })),
      ),
    );
  }

  /** Takes a value out of this data centre; others keep it for its `seconds`. */
  async forget(id: string): Promise<void> {
    if (this.#seconds > 0) await caches.default.delete(this.#key(id));
  }

  #key(id: string): string {
    return `${ORIGIN}/${this.#kind}/${id}`;
  }
}
