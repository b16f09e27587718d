import { encode } from 'blurhash';
import type { Pixels } from './pixels.ts';

/** Components along the longer and the shorter side: enough for a sky, a face and a horizon in 30 characters. */
const LONG = 4;
const SHORT = 3;

/** A blurhash (https://blurha.sh) of opaque pixels. */
export function computeBlurhash({ width, height, data }: Pixels): string {
  const [x, y] = width >= height ? [LONG, SHORT] : [SHORT, LONG];
  return encode(data, width, height, x, y);
}
