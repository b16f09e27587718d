import { randomBytes } from 'node:crypto';
import sharp from 'sharp';

const WIDTH = 600;
const HEIGHT = 800;

export interface FilePayload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** The colours of the upper and the lower half, for those who look. */
export const UPPER = { r: 200, g: 40, b: 40 };
export const LOWER = { r: 40, g: 60, b: 200 };

/**
 * A JPEG as a phone held upright writes it: red above blue, stored lying on its side with orientation 6, and with the
 * place where it was taken.
 */
export async function aPhonePhoto(name = 'IMG_0001.jpg'): Promise<FilePayload> {
  const half = { width: WIDTH, height: HEIGHT / 2, channels: 3 as const };
  const upright = await sharp({ create: { ...half, height: HEIGHT, background: UPPER } })
    .composite([{ input: { create: { ...half, background: LOWER } }, top: HEIGHT / 2, left: 0 }])
    .png()
    .toBuffer();
  const buffer = await sharp(upright)
    .rotate(270)
    .jpeg({ quality: 92 })
    .withExif({
      IFD0: { Make: 'Rimlight', Model: 'Test phone' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '52/1 31/1 12/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '13/1 24/1 18/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}

/** A plain photo of one colour. */
export async function aPlainPhoto(name: string, background: string, width = 900, height = 600): Promise<FilePayload> {
  const buffer = await sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}

/** A photo of noise, which no compression makes small: about 12 MB. */
export async function aLargePhoto(name = 'large.jpg'): Promise<FilePayload> {
  const [width, height] = [2_600, 2_000];
  const noise = randomBytes(width * height * 3);
  const buffer = await sharp(noise, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}
