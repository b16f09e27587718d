import type { Locator } from 'playwright-core';

export interface Pixel {
  colour: { r: number; g: number; b: number };
  /** Taller than wide, as the browser decoded it. */
  isUpright: boolean;
}

/** The colour that the browser shows at a place of an image, in shares of its width and height. */
export function pixelOf(image: Locator, x: number, y: number): Promise<Pixel> {
  return image.evaluate(
    async (element, at) => {
      const picture = element as HTMLImageElement;
      await picture.decode();
      const canvas = document.createElement('canvas');
      canvas.width = picture.naturalWidth;
      canvas.height = picture.naturalHeight;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(picture, 0, 0);
      const { data } = context.getImageData(Math.floor(canvas.width * at.x), Math.floor(canvas.height * at.y), 1, 1);
      return {
        colour: { r: data[0] ?? 0, g: data[1] ?? 0, b: data[2] ?? 0 },
        isUpright: canvas.height > canvas.width,
      };
    },
    { x, y },
  );
}
