/**
 * A slowly varying value computed on a coarse grid and read between its points.
 * Clouds, haze and relief cost a fraction of a per-pixel evaluation and get a lens's softness for free.
 */
export class Field {
  readonly #columns: number;
  readonly #values: Float32Array;
  readonly #step: number;

  constructor(width: number, height: number, step: number, value: (x: number, y: number) => number) {
    this.#step = step;
    this.#columns = Math.ceil(width / step) + 2;
    const rows = Math.ceil(height / step) + 2;
    this.#values = new Float32Array(this.#columns * rows);
    for (let row = 0, i = 0; row < rows; row++) {
      for (let column = 0; column < this.#columns; column++, i++) {
        this.#values[i] = value(column * step, row * step);
      }
    }
  }

  /** The value at a pixel inside the frame the field was made for. */
  at(x: number, y: number): number {
    const gx = x / this.#step;
    const gy = y / this.#step;
    const column = gx | 0;
    const row = gy | 0;
    const tx = gx - column;
    const ty = gy - row;
    const i = row * this.#columns + column;
    const j = i + this.#columns;
    const values = this.#values;
    const upper = values[i] + (values[i + 1] - values[i]) * tx;
    const lower = values[j] + (values[j + 1] - values[j]) * tx;
    return upper + (lower - upper) * ty;
  }
}
