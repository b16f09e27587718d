import { IMAGE_FORMATS, type ImageFormat } from './media-keys.ts';

export type FormatChoice = { format: ImageFormat; quality: number };

/** The last resort even for clients that refuse it: bytes are better than a 406. */
const FALLBACK_QUALITY = 0.001;
const DEFAULT_ACCEPT = '*/*';

/**
 * Formats for an `Accept` header (RFC 9110), best first. AVIF and WebP need to be named: any type (`*` by `*`) of an old client
 * gets JPEG. Equal weights go to the smaller format.
 */
export function negotiateFormat(accept: string | undefined): [FormatChoice, ...FormatChoice[]] {
  const ranges = parseAccept(accept?.trim() || DEFAULT_ACCEPT);
  const jpeg = ranges.get('image/jpeg') ?? ranges.get('image/*') ?? ranges.get('*/*') ?? 0;
  const choices = IMAGE_FORMATS.map((format) => ({
    format,
    quality: format === 'jpeg' ? Math.max(jpeg, FALLBACK_QUALITY) : (ranges.get(`image/${format}`) ?? 0),
  }));
  return choices.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality) as [
    FormatChoice,
    ...FormatChoice[],
  ];
}

function parseAccept(accept: string): Map<string, number> {
  const ranges = new Map<string, number>();
  for (const part of accept.toLowerCase().split(',')) {
    const [range = '', ...parameters] = part.split(';').map((text) => text.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    const quality = weight === undefined ? 1 : Number(weight.slice(2));
    if (quality >= 0 && quality <= 1) ranges.set(range, quality);
  }
  return ranges;
}
