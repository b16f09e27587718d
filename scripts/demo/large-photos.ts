import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { develop, type Look } from './darkroom/develop.ts';
import { Frame } from './darkroom/frame.ts';
import { type Random, seededRandom } from './darkroom/random.ts';
import { type Shot, scenes } from './shots.ts';

/** What a phone of 12 megapixels takes. */
const LONG = 4_032;
const SHORT = 3_024;
/** Scenes are painted at half the size: no variant shows more of them. */
const PAINTED = 0.5;
const JPEG_QUALITY = 92;

const SHOTS: Shot[] = [
  ['coast', { sea: 'turquoise' }],
  ['forest', { air: 'gold' }],
  ['meadow', { flower: 'poppy' }],
  ['skyline', { hour: 'blue' }],
  ['facade', { wall: 'brick' }],
  ['fruit', { kind: 'apples', table: 'oak' }],
  ['leaf', { season: 'autumn' }],
  ['ridges', { hour: 'golden', ground: 'hills', trees: true }],
];

type Painter = (frame: Frame, random: Random, options: unknown) => Look | Promise<Look>;

/** Writes JPEGs of 12 megapixels, every other one upright: painted scenes with the grain of film, the same in every run. */
export async function writeLargePhotos(folder: string): Promise<void> {
  for (const [index, [scene, options]] of SHOTS.entries()) {
    const [width, height] = index % 2 === 0 ? [LONG, SHORT] : [SHORT, LONG];
    const frame = new Frame(width * PAINTED, height * PAINTED);
    const random = seededRandom(index + 1);
    const look = await (scenes[scene] as Painter)(frame, random, options);
    const raw = { width: width * PAINTED, height: height * PAINTED, channels: 3 } as const;
    const photo = sharp(develop(frame, look, random), { raw })
      .resize(width, height)
      .jpeg({ quality: JPEG_QUALITY });
    writeFileSync(join(folder, `${index}-${scene}.jpg`), await photo.toBuffer());
  }
}

if (import.meta.main) await writeLargePhotos(process.argv[2] ?? '.');
