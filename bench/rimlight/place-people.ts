import type { Network } from '../graph/network.ts';

const REGION = 'weur';

/** Which cell each person is in: dealt out in turn over as many cells as the capacity asks for, so that readers are everywhere. */
export class Placement {
  readonly cells: number;

  constructor(network: Network, capacity: number) {
    this.cells = Math.ceil(network.people.length / capacity);
  }

  cellOf(person: number): string {
    return `${REGION}-${(person % this.cells) + 1}`;
  }

  names(): string[] {
    return Array.from({ length: this.cells }, (_, at) => this.cellOf(at));
  }
}
