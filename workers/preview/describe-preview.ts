import type { ShownMedia } from '../../shared/db/media/shown-media.ts';
import { publicMediaUrl } from '../../shared/domain/media/media-urls.ts';
import type { Hydrated } from '../cards/hydrate-posts.ts';
import type { Preview, PreviewImage } from './preview-tags.ts';

/** The preview of a public post: its words and its first picture. */
export function describePreview({ card, author }: Hydrated, origin: string): Preview {
  const { caption } = JSON.parse(`{${card.head}}`) as { caption: string };
  const [first] = card.media;
  return {
    url: `${origin}/p/${card.id}`,
    author: author.person,
    caption,
    image: first ? describeImage(first, origin) : null,
  };
}

/** A picture that is blurred until it is tapped is not shown on other sites. */
function describeImage(
  { id, state, moderation, width, height, altText }: ShownMedia,
  origin: string,
): PreviewImage | null {
  if (state !== 'ready' || (moderation !== null && moderation !== 'clean')) return null;
  return { url: `${origin}${publicMediaUrl(id, 'full')}`, width, height, altText };
}
