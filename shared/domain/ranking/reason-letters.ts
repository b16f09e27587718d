import type { FeedReason } from '../../contracts/index.ts';

/** Reasons that a cell gives, each a letter on its way to the Worker. */
const LETTERS: Partial<Record<FeedReason, string>> = {
  own: 'o',
  favourite: 'a',
  popular: 'p',
  recent: 'r',
  following: 'f',
};
const REASONS = new Map(Object.entries(LETTERS).map(([reason, letter]) => [letter, reason as FeedReason]));

/** Writes the reasons of a page's entries, a letter each. */
export function encodeReasons(reasons: readonly FeedReason[]): string {
  return reasons.map((reason) => LETTERS[reason] ?? 'f').join('');
}

/** Reads the reason at a place of what `encodeReasons` wrote. */
export function reasonAt(letters: string, index: number): FeedReason {
  return REASONS.get(letters.charAt(index)) ?? 'following';
}
