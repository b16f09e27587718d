/**
 * Thrown by a cell that a user left. Only its own properties survive RPC: `code` and `cellId`, where the user lives now,
 * or '' while they are on their way and writes have to wait.
 */
export class CellMoved extends Error {
  readonly code = 'cell-moved';
  readonly cellId: string;

  constructor(cellId: string) {
    super(cellId === '' ? 'the user is moving to another cell' : `the user moved to ${cellId}`);
    this.cellId = cellId;
  }
}
