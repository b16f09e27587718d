/**
 * A map that keeps what was asked for or set last: at least half of `max` values and never more than `max`. It holds two
 * generations; a full newer one becomes the older one, whose values go with it unless they were asked for again. Every
 * operation is a look-up or two, where taking the first key of one large map walks past all that was deleted before it.
 */
export class RecentMap<Key, Value extends NonNullable<unknown>> {
  readonly #half: number;
  #newer = new Map<Key, Value>();
  #older = new Map<Key, Value>();

  constructor(max: number) {
    this.#half = Math.max(1, Math.floor(max / 2));
  }

  get(key: Key): Value | undefined {
    const value = this.#newer.get(key);
    if (value !== undefined) return value;
    const old = this.#older.get(key);
    if (old !== undefined) this.#keep(key, old);
    return old;
  }

  set(key: Key, value: Value): void {
    if (this.#newer.has(key)) this.#newer.set(key, value);
    else this.#keep(key, value);
  }

  delete(key: Key): void {
    this.#newer.delete(key);
    this.#older.delete(key);
  }

  *values(): Generator<Value> {
    for (const [, value] of this.entries()) yield value;
  }

  *entries(): Generator<[Key, Value]> {
    yield* this.#newer;
    yield* this.#older;
  }

  #keep(key: Key, value: Value): void {
    this.#older.delete(key);
    if (this.#newer.size >= this.#half) {
      this.#older = this.#newer;
      this.#newer = new Map();
    }
    this.#newer.set(key, value);
  }
}
