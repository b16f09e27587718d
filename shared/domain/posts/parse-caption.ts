/** Tags and names that one caption may carry; further ones stay plain text. */
export const HASHTAGS_MAX = 30;
export const MENTIONS_MAX = 20;
const TAG_MAX = 100;

/**
 * Letters, marks, digits and underscores of any script, with a letter among them (UTS #31, hashtag identifiers), and the
 * joiners that Persian and Indic words need inside.
 */
const HASHTAG = /(?<![\p{L}\p{M}\p{N}_&/])[#＃]([\p{L}\p{M}\p{N}_]+(?:[\u200c\u200d][\p{L}\p{M}\p{N}_]+)*)/gu;
const JOINERS = /[\u200c\u200d]/g;
/** What lower case makes of İ besides an i. */
const DOT_ABOVE = /(?<=i)\u0307/g;
const MENTION = /(?<![\p{L}\p{N}_.@/])[@＠]([A-Za-z0-9_](?:[A-Za-z0-9._]{0,28}[A-Za-z0-9_])?)/gu;

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
 * and ı have a twin in one of them only. Joiners do not count.
 */
export function foldHashtag(tag: string): string {
  const plain = tag.replace(JOINERS, '').normalize('NFKC');
  return plain.toLowerCase().toUpperCase().toLowerCase().replace(DOT_ABOVE, '').normalize('NFKC');
}

/** The usernames that a text mentions, in lower case, without repeats, in order. */
export function parseMentions(text: string): string[] {
  const names = new Set<string>();
  for (const [, name = ''] of text.matchAll(MENTION)) names.add(name.toLowerCase());
  return [...names].slice(0, MENTIONS_MAX);
}
