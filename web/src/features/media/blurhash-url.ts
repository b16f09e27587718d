import { decode } from 'blurhash';

/** Enough for a blur; more is slower and looks the same. */
const EDGE = 24;
const MAX_KEPT = 400;
const kept = new Map<string, string>();

function draw(hash: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = EDGE;
  canvas.height = EDGE;
  const context = canvas.getContext('2d');
  if (!context) return '';
  const pixels = context.createImageData(EDGE, EDGE);
  pixels.data.set(decode(hash, EDGE, EDGE));
  context.putImageData(pixels, 0, 0);
  return canvas.toDataURL();
}

/** The blurred preview as a `data:` URL, or undefined for an absent or broken hash. */
export function blurhashUrl(hash: string | null): string | undefined {
  if (!hash) return undefined;
  const found = kept.get(hash);
  if (found !== undefined) return found || undefined;
  let url = '';
  try {
    url = draw(hash);
  } catch {
    // A broken hash has no preview.
  }
  if (kept.size >= MAX_KEPT) kept.delete(kept.keys().next().value ?? '');
  kept.set(hash, url);
  return url || undefined;
}
