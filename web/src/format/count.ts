const EXACT_UP_TO = 9_999;
const UNITS = [
  { from: 1e9, letter: 'B' },
  { from: 1e6, letter: 'M' },
  { from: 1e3, letter: 'K' },
];

/** A count as people read it: exact up to 9,999, then 10.4K, 1.2M. Never rounded up past what it is. */
export function formatCount(count: number): string {
  if (count <= EXACT_UP_TO) return count.toLocaleString('en-US');
  for (const { from, letter } of UNITS) {
    if (count < from) continue;
    const tenths = Math.floor((count / from) * 10) / 10;
    return `${tenths >= 100 ? Math.floor(tenths) : tenths}${letter}`;
  }
  return String(count);
}

/** "1 like", "2 likes". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
