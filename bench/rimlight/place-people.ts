import type { Network } from '../graph/network.ts';

const REGION = 'weur';

/** Which cell each person is in: dealt out in turn over as many cells as the capacity asks for, so that readers are everywhere. */
export class Placement {
  readonly #shared: number;
  readonly #ownFrom: number;
  readonly #people: number;
  readonly #fanCells: number;

  constructor({ people, cellsOfTheirOwnFrom, fans }: Network, capacity: number) {
    this.#shared = Math.ceil(cellsOfTheirOwnFrom / capacity);
    this.#ownFrom = cellsOfTheirOwnFrom;
    this.#people = people.length;
    this.#fanCells = Math.ceil(fans / capacity);
  }

  cellOf(person: number): string {
    const cell = person < this.#ownFrom ? person % this.#shared : this.#shared + person - this.#ownFrom;
    return `${REGION}-${cell + 1}`;
  }

  /** Fans are dealt over as many cells as they fill, behind all others. */
  cellOfFan(fan: number): string {
    return `${REGION}-${this.#cells + 1 + (fan % this.#fanCells)}`;
  }

  names(): string[] {
    return Array.from({ length: this.#cells }, (_, cell) => `${REGION}-${cell + 1}`);
  }

  get #cells(): number {
    return this.#shared + this.#people - this.#ownFrom;
  }
}
