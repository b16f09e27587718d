/** A colour as linear light: 1 is paper white before exposure, more is brighter than white. */
export type Light = readonly [red: number, green: number, blue: number];

/** Linear light of an sRGB colour such as `#ffb454`, times a gain. */
export function light(hex: string, gain = 1): Light {
  const value = Number.parseInt(hex.slice(1), 16);
  return [toLinear((value >> 16) & 255) * gain, toLinear((value >> 8) & 255) * gain, toLinear(value & 255) * gain];
}

function toLinear(byte: number): number {
  const share = byte / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

export function mix(from: Light, to: Light, share: number): Light {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

export const scale = (colour: Light, gain: number): Light => [colour[0] * gain, colour[1] * gain, colour[2] * gain];

export const clamp = (value: number, low = 0, high = 1): number => Math.min(high, Math.max(low, value));

/** 0 below `from`, 1 above `to`, an S-curve between. Also runs downwards when `from` is greater. */
export function smooth(from: number, to: number, value: number): number {
  const t = clamp((value - from) / (to - from));
  return t * t * (3 - 2 * t);
}

export const lerp = (from: number, to: number, share: number): number => from + (to - from) * share;
