import sharp from 'sharp';
import { develop, type Look } from './darkroom/develop.ts';
import { Frame } from './darkroom/frame.ts';
import { type Random, seededRandom } from './darkroom/random.ts';
import { type Picture, ratios, scenes } from './shots.ts';

const JPEG_QUALITY = 88;

type Painter = (frame: Frame, random: Random, options: unknown) => Look | Promise<Look>;

/** Paints and develops one picture; answers a JPEG. */
export async function takePicture(picture: Picture): Promise<Buffer> {
  const [width, height] = ratios[picture.ratio];
  const frame = new Frame(width, height);
  const random = seededRandom(picture.seed);
  const [scene, options] = picture.shot;
  const look = await (scenes[scene] as Painter)(frame, random, options);
  const bytes = develop(frame, look, random);
  return sharp(bytes, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer();
}
