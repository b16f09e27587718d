import type { Random } from './random.ts';

export const FIRST_NAMES =
  'Mira Jonas Aylin Tomas Noor Elif Marek Ines Koji Lena Amara Diego Freya Hugo Priya Sana'.split(' ');
export const LAST_NAMES =
  'Okafor Lindqvist Moreau Tanaka Alvarez Novak Haddad Kimura Silva Brandt Osei Rossi Weber'.split(' ');

/** Real BlurHash strings of 4 × 3 components. */
export const BLURHASHES = [
  'LEHV6nWB2yk8pyo0adR*.7kCMdnj',
  'LGF5]+Yk^6#M@-5c,1J5@[or[Q6.',
  'L6PZfSi_.AyE_3t7t7R**0o#DgR4',
  'LKO2?U%2Tw=w]~RBVZRi};RPxuwH',
];

export const SIZES = [
  { width: 4032, height: 3024 },
  { width: 3024, height: 4032 },
  { width: 3000, height: 3000 },
  { width: 5472, height: 3648 },
];

const OPENINGS = [
  'Morning light over',
  'Found this corner of',
  'Back again at',
  'First snow on',
  'A slow walk through',
];
const PLACES = ['the harbour', 'the old market', 'the ridge above town', 'the botanical garden', 'the night train'];
const CLOSINGS = [
  'and nobody else was awake yet.',
  'with a borrowed lens and cold hands.',
  'before the rain came down for the rest of the day.',
  'which I had walked past a hundred times without looking up.',
];
const HASHTAGS = [
  'goldenhour',
  'streetphotography',
  'film',
  'winter',
  'mountains',
  'architecture',
  'coffee',
  'sea',
  'birds',
];

/** A caption of 60 to 130 characters with two hashtags. */
export function writeCaption(random: Random): { caption: string; hashtags: string[] } {
  const first = random.int(HASHTAGS.length);
  const second = (first + 1 + random.int(HASHTAGS.length - 1)) % HASHTAGS.length;
  const hashtags = [HASHTAGS[first] ?? '', HASHTAGS[second] ?? ''];
  const text = `${random.pick(OPENINGS)} ${random.pick(PLACES)} ${random.pick(CLOSINGS)}`;
  return { caption: `${text} #${hashtags.join(' #')}`, hashtags };
}
