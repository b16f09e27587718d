import type { FeedReason } from '../../contracts/index.ts';

/** One page of a ranked feed on its way from cell to Worker. */
export type RankedPage = {
  /** By `encodeSkeleton`. */
  skeleton: string;
  /** Why each entry is there. */
  reasons: FeedReason[];
  /** How many organic posts came before. */
  position: number;
  nextCursor: string | null;
};

/** Reasons that a cell gives, each a letter. */
const LETTERS: Partial<Record<FeedReason, string>> = {
  own: 'o',
  favourite: 'a',
  popular: 'p',
  recent: 'r',
  following: 'f',
};
const REASONS = new Map(Object.entries(LETTERS).map(([reason, letter]) => [letter, reason as FeedReason]));

/** As one string, which crosses RPC for a part of the cost of an object: position, reasons, cursor and skeleton. */
export function encodeRankedPage({ skeleton, reasons, position, nextCursor }: RankedPage): string {
  const letters = reasons.map((reason) => LETTERS[reason] ?? 'f').join('');
  return `${position}|${letters}|${nextCursor ?? ''}|${skeleton}`;
}

/** Reads what `encodeRankedPage` wrote. Cursors and skeletons hold no bar. */
export function decodeRankedPage(text: string): RankedPage {
  const [position = '', letters = '', nextCursor = '', skeleton = ''] = text.split('|');
  const reasons = Array.from(letters, (letter) => REASONS.get(letter) ?? 'following');
  return { skeleton, reasons, position: Number(position), nextCursor: nextCursor || null };
}
