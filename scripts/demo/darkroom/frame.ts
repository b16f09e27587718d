import type { Light } from './light.ts';

/** One pixel while it is painted; reused for every pixel, so painters must not keep it. */
export interface Pixel {
  r: number;
  g: number;
  b: number;
}

/** A picture being exposed: interleaved linear light, three floats a pixel. */
export class Frame {
  readonly width: number;
  readonly height: number;
  readonly light: Float32Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.light = new Float32Array(width * height * 3);
  }

  /** Calls `painter` for each pixel of the rows `from`…`to` with what is there; it changes the pixel in place. */
  paint(painter: (pixel: Pixel, x: number, y: number) => void, from = 0, to = this.height): void {
    const { width, light } = this;
    const pixel: Pixel = { r: 0, g: 0, b: 0 };
    const first = Math.max(0, Math.floor(from));
    const last = Math.min(this.height, Math.ceil(to));
    for (let y = first; y < last; y++) {
      let at = y * width * 3;
      for (let x = 0; x < width; x++, at += 3) {
        pixel.r = light[at];
        pixel.g = light[at + 1];
        pixel.b = light[at + 2];
        painter(pixel, x, y);
        light[at] = pixel.r;
        light[at + 1] = pixel.g;
        light[at + 2] = pixel.b;
      }
    }
  }

  /**
   * As `paint`, for what changes slowly (skies, glows, blur): the painter is asked every `step` pixels, starting from
   * black, and the pixels between are interpolated.
   */
  paintSoft(step: number, painter: (pixel: Pixel, x: number, y: number) => void, from = 0, to = this.height): void {
    const { width, light } = this;
    const first = Math.max(0, Math.floor(from));
    const last = Math.min(this.height, Math.ceil(to));
    const columns = Math.ceil(width / step) + 2;
    const rows = Math.ceil((last - first) / step) + 2;
    const grid = new Float32Array(columns * rows * 3);
    const pixel: Pixel = { r: 0, g: 0, b: 0 };
    for (let row = 0, at = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++, at += 3) {
        pixel.r = 0;
        pixel.g = 0;
        pixel.b = 0;
        painter(pixel, column * step, first + row * step);
        grid[at] = pixel.r;
        grid[at + 1] = pixel.g;
        grid[at + 2] = pixel.b;
      }
    }
    const line = new Float32Array(columns * 3);
    for (let y = first, at = first * width * 3; y < last; y++) {
      const row = Math.floor((y - first) / step);
      const down = (y - first) / step - row;
      const upper = row * columns * 3;
      const lower = upper + columns * 3;
      for (let i = 0; i < line.length; i++) line[i] = grid[upper + i] + (grid[lower + i] - grid[upper + i]) * down;
      for (let x = 0; x < width; x++, at += 3) {
        const column = (x / step) | 0;
        const across = x / step - column;
        const i = column * 3;
        light[at] = line[i] + (line[i + 3] - line[i]) * across;
        light[at + 1] = line[i + 1] + (line[i + 4] - line[i + 1]) * across;
        light[at + 2] = line[i + 2] + (line[i + 5] - line[i + 2]) * across;
      }
    }
  }

  /** Lays a colour over the frame through a mask of the same size (0…1 a pixel). */
  cover(mask: Float32Array, colour: Light, strength = 1): void {
    const { light } = this;
    for (let i = 0, at = 0; i < mask.length; i++, at += 3) {
      const share = mask[i] * strength;
      if (share === 0) continue;
      light[at] += (colour[0] - light[at]) * share;
      light[at + 1] += (colour[1] - light[at + 1]) * share;
      light[at + 2] += (colour[2] - light[at + 2]) * share;
    }
  }

  /** Adds light of one colour through a mask of the same size. */
  add(mask: Float32Array, colour: Light, strength = 1): void {
    const { light } = this;
    for (let i = 0, at = 0; i < mask.length; i++, at += 3) {
      const share = mask[i] * strength;
      if (share === 0) continue;
      light[at] += colour[0] * share;
      light[at + 1] += colour[1] * share;
      light[at + 2] += colour[2] * share;
    }
  }

  /** Adds a soft round light (a lamp, a star, a sun's glow) whose strength falls off as exp(−(d/radius)²). */
  addGlow(cx: number, cy: number, radius: number, colour: Light): void {
    const reach = radius * 2.6;
    const { width, height, light } = this;
    const x0 = Math.max(0, Math.floor(cx - reach));
    const x1 = Math.min(width - 1, Math.ceil(cx + reach));
    const y0 = Math.max(0, Math.floor(cy - reach));
    const y1 = Math.min(height - 1, Math.ceil(cy + reach));
    for (let y = y0; y <= y1; y++) {
      const dy = (y - cy) ** 2;
      for (let x = x0; x <= x1; x++) {
        const share = Math.exp(-((x - cx) ** 2 + dy) / (radius * radius));
        const at = (y * width + x) * 3;
        light[at] += colour[0] * share;
        light[at + 1] += colour[1] * share;
        light[at + 2] += colour[2] * share;
      }
    }
  }
}
