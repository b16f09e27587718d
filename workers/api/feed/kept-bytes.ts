type Bytes = Uint8Array<ArrayBuffer>;

/** An eighth of what an isolate may use. */
const MAX_BYTES = 16 * 1_024 * 1_024;

/** Written pages by what they were written of, the ones written last. Putting a page together takes a fifth of an answer. */
export class KeptBytes<Key extends object> {
  readonly #max: number;
  readonly #kept = new Map<Key, Bytes>();
  #size = 0;

  constructor(max = MAX_BYTES) {
    this.#max = max;
  }

  get(key: Key): Bytes | undefined {
    return this.#kept.get(key);
  }

  /** Keeps a page; those kept longest make room for it. */
  set(key: Key, bytes: Bytes): void {
    this.#kept.set(key, bytes);
    this.#size += bytes.length;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#size <= this.#max) return;
      this.#kept.delete(oldest);
      this.#size -= length;
    }
  }
}
