import exifr from 'exifr';
import type { Camera } from '../../contracts/index.ts';

/** What we keep of a photo's metadata. The place, times, serial numbers and names are not among it. */
const TAGS = ['Make', 'Model', 'LensModel', 'FNumber', 'ExposureTime', 'ISO', 'FocalLength'] as const;
const MAX_TEXT = 60;
const CONTROL_CHARACTERS = /\p{Cc}/gu;

/** What camera took a photo, and how; null when its metadata do not say. Damaged metadata count as none. */
export async function readCamera(bytes: Uint8Array): Promise<Camera | null> {
  const tags = (await exifr.parse(bytes, { pick: [...TAGS] }).catch(() => undefined)) as
    | Record<string, unknown>
    | undefined;
  if (!tags) return null;
  const camera = {
    make: text(tags.Make),
    model: text(tags.Model),
    lens: text(tags.LensModel),
    aperture: positive(tags.FNumber),
    exposureSeconds: positive(tags.ExposureTime),
    iso: positive(tags.ISO),
    focalLength: positive(tags.FocalLength),
  };
  const known = Object.fromEntries(Object.entries(camera).filter(([, value]) => value !== undefined));
  return Object.keys(known).length > 0 ? known : null;
}

function text(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return value.replace(CONTROL_CHARACTERS, '').trim().slice(0, MAX_TEXT) || undefined;
}

function positive(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined;
}
