import { VARIANTS } from '../../shared/contracts/index.ts';
import type { PersonRow } from '../../shared/db/people/load-people.ts';

export type PreviewImage = { url: string; width: number | null; height: number | null; altText: string };
export type Preview = {
  url: string;
  author: Pick<PersonRow, 'username' | 'fullName'>;
  caption: string;
  image: PreviewImage | null;
};

/** Crawlers cut descriptions off at about this. */
const DESCRIPTION_MAX = 200;

export type MetaTag = { attribute: 'property' | 'name'; key: string; content: string };

/** What a crawler reads of a public post: The Open Graph protocol (https://ogp.me) and X's card markup. */
export function previewTags({ url, author, caption, image }: Preview): { title: string; tags: MetaTag[] } {
  const title = `${author.fullName || author.username} (@${author.username}) on Rimlight`;
  const description = shorten(caption.replace(/\s+/g, ' ').trim()) || `A post by @${author.username}.`;
  const properties: [string, string | null][] = [
    ['og:site_name', 'Rimlight'],
    ['og:type', 'article'],
    ['og:url', url],
    ['og:title', title],
    ['og:description', description],
    ...(image ? imageProperties(image) : []),
  ];
  const names: [string, string | null][] = [
    ['description', description],
    ['twitter:card', image ? 'summary_large_image' : 'summary'],
    ['twitter:title', title],
    ['twitter:description', description],
    ['twitter:image', image?.url ?? null],
    ['twitter:image:alt', image?.altText || null],
  ];
  return { title, tags: [...metaTags('property', properties), ...metaTags('name', names)] };
}

/** The size of the variant that is linked: the original's, no wider than the variant. */
function imageProperties({ url, width, height, altText }: PreviewImage): [string, string | null][] {
  const scale = width === null ? 1 : Math.min(1, VARIANTS.full.width / width);
  const scaled = (pixels: number | null) => (pixels === null ? null : String(Math.round(pixels * scale)));
  return [
    ['og:image', url],
    ['og:image:width', scaled(width)],
    ['og:image:height', scaled(height)],
    ['og:image:alt', altText || null],
  ];
}

function metaTags(attribute: MetaTag['attribute'], pairs: [string, string | null][]): MetaTag[] {
  return pairs.flatMap(([key, content]) => (content === null ? [] : [{ attribute, key, content }]));
}

function shorten(text: string): string {
  const characters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  if (characters.length <= DESCRIPTION_MAX) return text;
  return `${characters
    .slice(0, DESCRIPTION_MAX - 1)
    .join('')
    .trimEnd()}…`;
}
