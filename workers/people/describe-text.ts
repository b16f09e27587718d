import { parseHashtags } from '../../shared/domain/posts/parse-caption.ts';
import type { Viewer } from '../http/app-env.ts';
import type { Services } from '../services.ts';
import { resolveMentions } from './resolve-mentions.ts';

export type DescribedText = { text: string; hashtags: string[]; mentions: { userId: string; username: string }[] };

/** A text as it is kept, which its contract normalized, with its tags and the people whom its writer names, parsed once. */
export async function describeText(services: Services, writer: Viewer, text: string): Promise<DescribedText> {
  return { text, hashtags: parseHashtags(text), mentions: await resolveMentions(services, writer, text) };
}
