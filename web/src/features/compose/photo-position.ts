import { type Position, roundPosition } from './place.ts';

/** Where the first photo that knows it was taken, read on this device and only when the person asks. */
export async function findPhotoPosition(photos: readonly Blob[]): Promise<Position> {
  const { gps } = await import('exifr/dist/lite.esm.mjs');
  for (const photo of photos) {
    const found = await gps(photo).catch(() => undefined);
    if (found) return roundPosition({ lat: found.latitude, lon: found.longitude });
  }
  throw new Error('The photos do not say where they were taken.');
}
