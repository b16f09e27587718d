import type { Network } from '../graph/network.ts';

const REGION = 'weur';

/** Which cell each person is in: dealt out in turn over as many cells as the capacity asks for, so that readers are everywhere. */
export class Placement {
  readonly #shared: number;
  readonly #ownFrom: number;
  readonly #people: number;

  constructor({ people, cellsOfTheirOwnFrom }: Network, capacity: number) {
    this.#shared = Math.ceil(cellsOfTheirOwnFrom / capacity);
    this.#ownFrom = cellsOfTheirOwnFrom;
    this.#people = people.length;
  }

  cellOf(person: number): string {
    const cell = person < this.#ownFrom ? person % this.#shared : this.#shared + person - this.#ownFrom;
    return `${REGION}-${cell + 1}`;
  }

  names(): string[] {
    const count = this.#shared + this.#people - this.#ownFrom;
    return Array.from({ length: count }, (_, cell) => `${REGION}-${cell + 1}`);
  }
}
