import { parseHashtags } from '../../shared/domain/posts/parse-caption.ts';
import { normalizeText } from '../../shared/domain/text/normalize-text.ts';
import type { Services } from '../services.ts';
import { resolveMentions } from './resolve-mentions.ts';

export type DescribedText = { text: string; hashtags: string[]; mentions: { userId: string; username: string }[] };

/** A text as it is kept: normalized, with its tags and the people whom it names, parsed once. */
export async function describeText(services: Services, written: string): Promise<DescribedText> {
  const text = normalizeText(written);
  return { text, hashtags: parseHashtags(text), mentions: await resolveMentions(services, text) };
}
