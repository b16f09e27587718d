/**
 * Up to where a post's count goes: the version of its row, which grows with each report of a cell, and the sequence of its
 * counter that the row has. Both only grow, so whoever holds a count, however old, knows what it contains.
 */
export type CountedTo = { row: number; counter: number };

/** Likes that a cell has reported: in counts that go to `from` of the row or the counter. Negative when they were taken back. */
export type ReportedLikes = { likes: number; by: keyof CountedTo; from: number };

/** What a cell's users did that a count may not contain yet. */
export type PendingLikes = { unreported: number; reported: readonly ReportedLikes[] };

export const NOTHING_COUNTED: CountedTo = { row: 0, counter: 0 };
export const NOTHING_PENDING: PendingLikes = { unreported: 0, reported: [] };

/** What is to be added to a count that goes to `countedTo`; may be negative. */
export function likesBeside({ unreported, reported }: PendingLikes, countedTo: CountedTo): number {
  let likes = unreported;
  for (const report of reported) if (countedTo[report.by] < report.from) likes += report.likes;
  return likes;
}

/** As text without a comma or semicolon; `''` when nothing is pending. */
export function encodePending({ unreported, reported }: PendingLikes): string {
  if (unreported === 0 && reported.length === 0) return '';
  return [unreported, ...reported.map(({ likes, by, from }) => `${likes}${MARKS[by]}${from}`)].join('/');
}

/** Reads what `encodePending` wrote. */
export function decodePending(text: string): PendingLikes {
  if (text === '') return NOTHING_PENDING;
  const [unreported, ...reports] = text.split('/');
  return { unreported: Number(unreported), reported: reports.map(decodeReport) };
}

const MARKS = { row: 'r', counter: 'c' } as const;

function decodeReport(text: string): ReportedLikes {
  const by = text.includes(MARKS.row) ? 'row' : 'counter';
  const [likes, from] = text.split(MARKS[by]);
  return { likes: Number(likes), by, from: Number(from) };
}
