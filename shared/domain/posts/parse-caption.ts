import { HASHTAG, MENTION } from '../../contracts/marks-in-text.ts';
import { USERNAME_MAX } from '../../contracts/users.ts';
import { stripUnseen } from '../text/fold-text.ts';

/** Tags and names that one caption may carry; further ones stay plain text. */
export const HASHTAGS_MAX = 30;
export const MENTIONS_MAX = 20;
const TAG_MAX = 100;

/** What lower case makes of İ besides an i. */
const DOT_ABOVE = /(?<=i)\u0307/g;

/** The hashtags of a text, folded and without repeats, in order. */
export function parseHashtags(text: string): string[] {
  const tags = new Set<string>();
  for (const [, tag = ''] of text.matchAll(HASHTAG)) {
    const folded = foldHashtag(tag);
    if (/\p{L}/u.test(folded) && folded.length <= TAG_MAX) tags.add(folded);
  }
  return [...tags].slice(0, HASHTAGS_MAX);
}

/**
 * One spelling for all: width and compatibility forms by NFKC, and case by way of both cases, since letters such as ß, ẞ, ς
 * and ı have a twin in one of them only. What is not seen does not count.
 */
export function foldHashtag(tag: string): string {
  const plain = stripUnseen(tag).normalize('NFKC');
  return plain.toLowerCase().toUpperCase().toLowerCase().replace(DOT_ABOVE, '').normalize('NFKC');
}

/** The usernames that a text mentions, in lower case, without repeats, in order. */
export function parseMentions(text: string): string[] {
  const names = new Set<string>();
  for (const [, name = ''] of text.matchAll(MENTION)) {
    if (name.length <= USERNAME_MAX) names.add(name.toLowerCase());
  }
  return [...names].slice(0, MENTIONS_MAX);
}
