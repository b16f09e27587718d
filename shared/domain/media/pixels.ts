/** A decoded picture: 8-bit sRGB with alpha, four bytes a pixel, row by row from the top left. */
export type Pixels = { width: number; height: number; data: Uint8ClampedArray; hasAlpha: boolean };
