export type CaptionPart =
  | { kind: 'text'; text: string }
  | { kind: 'mention'; text: string; username: string }
  | { kind: 'hashtag'; text: string; tag: string };

/** Joiners belong to Persian and Indic words. */
const MARKED =
  /(^|[^\p{L}\p{N}_&/])([@#＠＃])([\p{L}\p{N}\p{M}_](?:[\p{L}\p{N}\p{M}_.\u200c\u200d]*[\p{L}\p{N}\p{M}_])?)/gu;

/** A caption as text, mentions and hashtags. A mention counts only when the server resolved it to a person. */
export function splitCaption(caption: string, mentioned: readonly { username: string }[]): CaptionPart[] {
  const known = new Map(mentioned.map(({ username }) => [username.toLowerCase(), username]));
  const parts: CaptionPart[] = [];
  let end = 0;
  for (const match of caption.matchAll(MARKED)) {
    const [, before = '', mark = '', name = ''] = match;
    const start = match.index + before.length;
    const part = mark === '@' || mark === '＠' ? mentionPart(mark, name, known) : hashtagPart(mark, name);
    if (!part) continue;
    if (start > end) parts.push({ kind: 'text', text: caption.slice(end, start) });
    parts.push(part);
    end = start + part.text.length;
  }
  if (end < caption.length) parts.push({ kind: 'text', text: caption.slice(end) });
  return parts;
}

function mentionPart(mark: string, name: string, known: Map<string, string>): CaptionPart | undefined {
  const username = known.get(name.toLowerCase());
  return username ? { kind: 'mention', text: `${mark}${name}`, username } : undefined;
}

/** Hashtags end at a dot and need a character that is not a digit. */
function hashtagPart(mark: string, name: string): CaptionPart | undefined {
  const tag = name.split('.')[0] ?? '';
  return /[^\d_]/u.test(tag) ? { kind: 'hashtag', text: `${mark}${tag}`, tag } : undefined;
}
