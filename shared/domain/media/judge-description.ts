import type { Verdict } from './judge-listed.ts';

/** The rule of installations without a classifier: the photo's own description says whether it is sensitive. */
export function judgeDescription(altText: string, sensitiveWords: readonly string[]): Verdict {
  const words = new Set(altText.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const found = sensitiveWords.find((word) => words.has(word.toLowerCase()));
  return found === undefined
    ? { state: 'clean', reason: null }
    : { state: 'sensitive', reason: `Its description says “${found}”.` };
}
