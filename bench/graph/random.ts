/** A small seeded generator (mulberry32), so that every stack and every run is given the same network. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to `exclusiveMax` − 1. */
  int(exclusiveMax: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * exclusiveMax);
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.int(from.length)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  }

  /** `count` different numbers below `exclusiveMax`, none of them `except`. */
  distinct(count: number, exclusiveMax: number, except = -1): Uint32Array {
    const chosen = new Set<number>();
    while (chosen.size < count) {
      const number = this.int(exclusiveMax);
      if (number !== except) chosen.add(number);
    }
    return Uint32Array.from(chosen);
  }
}
