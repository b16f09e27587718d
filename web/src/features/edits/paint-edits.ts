import { applyEdits, type PictureEdits } from '../../../../shared/contracts/index.ts';

/** Shows a picture with its edits on a canvas, which takes its size. The picture itself stays as it is. */
export function paintEdits(canvas: HTMLCanvasElement, picture: ImageData, edits: PictureEdits): void {
  const copy = { width: picture.width, height: picture.height, data: new Uint8ClampedArray(picture.data) };
  const { width, height, data } = applyEdits(copy, edits);
  canvas.width = width;
  canvas.height = height;
  const shown = new ImageData(width, height);
  shown.data.set(data);
  canvas.getContext('2d')?.putImageData(shown, 0, 0);
}
