/** Collects latencies in milliseconds and answers percentiles by the nearest-rank method. */
export class Latencies {
  #values = new Float64Array(1 << 16);
  #count = 0;
  #sorted = true;

  add(milliseconds: number): void {
    if (this.#count === this.#values.length) {
      const grown = new Float64Array(this.#values.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#count++] = milliseconds;
    this.#sorted = false;
  }

  get count(): number {
    return this.#count;
  }

  /** The smallest value that at least `percent` of all values do not exceed; NaN when there are none. */
  percentile(percent: number): number {
    if (this.#count === 0) return Number.NaN;
    if (!this.#sorted) {
      this.#values.subarray(0, this.#count).sort();
      this.#sorted = true;
    }
    const rank = Math.max(1, Math.ceil((percent / 100) * this.#count));
    return this.#values[rank - 1] ?? Number.NaN;
  }
}
