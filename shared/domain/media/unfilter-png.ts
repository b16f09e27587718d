const SUB = 1;
const UP = 2;
const AVERAGE = 3;
const PAETH = 4;

/** Undoes the row filters of a PNG (https://www.w3.org/TR/png-3/#9Filters): `step` is the bytes of a pixel. */
export function unfilterPng(raw: Uint8Array, rowBytes: number, height: number, step: number): Uint8Array {
  const rows = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y++) {
    const from = y * (rowBytes + 1);
    const to = y * rowBytes;
    const filter = raw[from] ?? 0;
    rows.set(raw.subarray(from + 1, from + 1 + rowBytes), to);
    if (filter === SUB) sub(rows, to, rowBytes, step);
    else if (filter === UP && y > 0) up(rows, to, rowBytes);
    else if (filter === AVERAGE) average(rows, to, rowBytes, step, y > 0);
    else if (filter === PAETH) paeth(rows, to, rowBytes, step, y > 0);
  }
  return rows;
}

function sub(rows: Uint8Array, to: number, rowBytes: number, step: number): void {
  for (let i = to + step; i < to + rowBytes; i++) rows[i] = (rows[i] ?? 0) + (rows[i - step] ?? 0);
}

function up(rows: Uint8Array, to: number, rowBytes: number): void {
  for (let i = to; i < to + rowBytes; i++) rows[i] = (rows[i] ?? 0) + (rows[i - rowBytes] ?? 0);
}

function average(rows: Uint8Array, to: number, rowBytes: number, step: number, hasAbove: boolean): void {
  for (let x = 0; x < rowBytes; x++) {
    const left = x >= step ? (rows[to + x - step] ?? 0) : 0;
    const above = hasAbove ? (rows[to + x - rowBytes] ?? 0) : 0;
    rows[to + x] = (rows[to + x] ?? 0) + ((left + above) >> 1);
  }
}

function paeth(rows: Uint8Array, to: number, rowBytes: number, step: number, hasAbove: boolean): void {
  for (let x = 0; x < rowBytes; x++) {
    const left = x >= step ? (rows[to + x - step] ?? 0) : 0;
    const above = hasAbove ? (rows[to + x - rowBytes] ?? 0) : 0;
    const corner = hasAbove && x >= step ? (rows[to + x - rowBytes - step] ?? 0) : 0;
    const guess = left + above - corner;
    const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
    rows[to + x] = (rows[to + x] ?? 0) + (a <= b && a <= c ? left : b <= c ? above : corner);
  }
}
