import { HASHTAG, MENTION } from '../../../../shared/contracts/index.ts';

export type CaptionPart =
  | { kind: 'text'; text: string }
  | { kind: 'mention'; text: string; username: string }
  | { kind: 'hashtag'; text: string; tag: string };

/** A caption as text, mentions and hashtags. A mention counts only when the server resolved it to a person. */
export function splitCaption(caption: string, mentioned: readonly { username: string }[]): CaptionPart[] {
  const known = new Map(mentioned.map(({ username }) => [username.toLowerCase(), username]));
  const mentions = Array.from(caption.matchAll(MENTION), (match) => mentionPart(match, known));
  const hashtags = Array.from(caption.matchAll(HASHTAG), hashtagPart);
  const marked = [...mentions, ...hashtags].filter((found) => found !== undefined).sort((a, b) => a.start - b.start);
  const parts: CaptionPart[] = [];
  let end = 0;
  for (const { start, part } of marked) {
    if (start > end) parts.push({ kind: 'text', text: caption.slice(end, start) });
    parts.push(part);
    end = start + part.text.length;
  }
  if (end < caption.length) parts.push({ kind: 'text', text: caption.slice(end) });
  return parts;
}

type Found = { start: number; part: CaptionPart };

function mentionPart({ index, 0: text, 1: name = '' }: RegExpExecArray, known: Map<string, string>): Found | undefined {
  const username = known.get(name.toLowerCase());
  return username ? { start: index, part: { kind: 'mention', text, username } } : undefined;
}

/** Hashtags need a letter. */
function hashtagPart({ index, 0: text, 1: tag = '' }: RegExpExecArray): Found | undefined {
  return /\p{L}/u.test(tag) ? { start: index, part: { kind: 'hashtag', text, tag } } : undefined;
}
