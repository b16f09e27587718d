/** Bytes that are enough to tell the type of anything we know. */
export const SNIFF_BYTES = 64;

export const PHOTO_CONTENT_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  'image/gif',
  'image/heic',
] as const;
export const VIDEO_CONTENT_TYPES = ['video/mp4', 'video/quicktime', 'video/webm'] as const;
export type PhotoContentType = (typeof PHOTO_CONTENT_TYPES)[number];
export type VideoContentType = (typeof VIDEO_CONTENT_TYPES)[number];
export type ContentType = PhotoContentType | VideoContentType | 'image/svg+xml';

const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'miaf']);
const AVIF_BRANDS = new Set(['avif', 'avis']);

/** The type that the first bytes say, whatever the name or header claims; null when it is nothing we know. */
export function sniffType(head: Uint8Array): ContentType | null {
  if (startsWith(head, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  const text = String.fromCharCode(...head.subarray(0, SNIFF_BYTES));
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'image/gif';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp';
  if (startsWith(head, [0x1a, 0x45, 0xdf, 0xa3])) return text.includes('webm') ? 'video/webm' : null;
  if (text.slice(4, 8) === 'ftyp') return sniffBrands(head, text);
  if (['moov', 'mdat', 'wide', 'free', 'skip'].includes(text.slice(4, 8))) return 'video/quicktime';
  return /^\s*(?:<\?xml|<!--|<!doctype svg|<svg)/i.test(stripByteOrderMark(text)) ? 'image/svg+xml' : null;
}

/** ISO base media: the major brand, then the compatible ones, tell AVIF, HEIC, QuickTime and MP4 apart. */
function sniffBrands(head: Uint8Array, text: string): ContentType {
  const size = ((head[0] ?? 0) << 24) | ((head[1] ?? 0) << 16) | ((head[2] ?? 0) << 8) | (head[3] ?? 0);
  const major = text.slice(8, 12);
  const brands = [major];
  for (let at = 16; at + 4 <= Math.min(size, text.length); at += 4) brands.push(text.slice(at, at + 4));
  if (brands.some((brand) => AVIF_BRANDS.has(brand))) return 'image/avif';
  if (brands.some((brand) => HEIC_BRANDS.has(brand))) return 'image/heic';
  return major === 'qt  ' ? 'video/quicktime' : 'video/mp4';
}

function startsWith(head: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, index) => head[index] === byte);
}

function stripByteOrderMark(text: string): string {
  return text.startsWith('\xef\xbb\xbf') ? text.slice(3) : text;
}
