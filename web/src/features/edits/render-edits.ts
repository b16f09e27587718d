import type { PictureEdits } from '../../../../shared/contracts/index.ts';
import { loadPixels } from './load-pixels.ts';
import { paintEdits } from './paint-edits.ts';

const PREVIEW_EDGE = 1_080;
const PREVIEW_QUALITY = 0.9;

/** A preview of the edited picture, by the same arithmetic with which the server makes what is published. */
export async function renderEdits(blob: Blob, edits: PictureEdits): Promise<Blob> {
  const canvas = document.createElement('canvas');
  paintEdits(canvas, await loadPixels(blob, PREVIEW_EDGE), edits);
  return new Promise((resolve, reject) =>
    canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('no preview'))), 'image/jpeg', PREVIEW_QUALITY),
  );
}
