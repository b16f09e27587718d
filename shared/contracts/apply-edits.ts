import { cropAndTurn, type PlainPixels } from './crop-and-turn.ts';
import { FILTERS, type FilterLook, type PictureEdits } from './picture-edits.ts';

/** Rec. 709 luma, on encoded values, as most photo editors take it. */
const [LUMA_RED, LUMA_GREEN, LUMA_BLUE] = [0.2126, 0.7152, 0.0722];
/** What 1 means: a gain of √2 on red and 1/√2 on blue, contrast of 1.6, blacks lifted by 0.25, corners at 0.25. */
const WARMTH_STOPS = 0.5;
const CONTRAST_GAIN = 0.6;
const FADE_LIFT = 0.25;
const VIGNETTE_DEPTH = 0.75;
/** The vignette begins at this share of the way from the middle to the corner. */
const VIGNETTE_START = 0.4;

type Look = Required<FilterLook>;
const NO_TINT = [0, 0, 0] as const;

/**
 * Edits a picture: RGBA, 8 bits, upright. The preview in a browser and the stored variants both come from here, so what
 * was seen is what is served. Crop and turn make a new picture; colours are changed in place.
 */
export function applyEdits<Picture extends PlainPixels>(picture: Picture, edits: PictureEdits): PlainPixels {
  const pixels = cropAndTurn(picture, edits);
  const adjustments: Look = { ...edits, fade: 0, shadows: NO_TINT, highlights: NO_TINT };
  applyLook(pixels, adjustments);
  if (edits.name && edits.intensity > 0) applyLook(pixels, weaken(FILTERS[edits.name], edits.intensity));
  return pixels;
}

function weaken(look: FilterLook, intensity: number): Look {
  const scale = (value = 0) => value * intensity;
  const tint = ([red, green, blue]: readonly [number, number, number] = NO_TINT) =>
    [scale(red), scale(green), scale(blue)] as const;
  return {
    brightness: scale(look.brightness),
    contrast: scale(look.contrast),
    saturation: scale(look.saturation),
    warmth: scale(look.warmth),
    fade: scale(look.fade),
    vignette: scale(look.vignette),
    shadows: tint(look.shadows),
    highlights: tint(look.highlights),
  };
}

function applyLook({ data, width, height }: PlainPixels, look: Look): void {
  const [reds, greens, blues] = [0, 1, 2].map((channel) => toneCurve(look, channel)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const keep = 1 + look.saturation;
  const shade = vignetteOf(width, height, look.vignette);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      const red = reds[data[at] ?? 0] ?? 0;
      const green = greens[data[at + 1] ?? 0] ?? 0;
      const blue = blues[data[at + 2] ?? 0] ?? 0;
      const luma = LUMA_RED * red + LUMA_GREEN * green + LUMA_BLUE * blue;
      const light = shade ? shade(x, y) : 1;
      data[at] = (luma + (red - luma) * keep) * light;
      data[at + 1] = (luma + (green - luma) * keep) * light;
      data[at + 2] = (luma + (blue - luma) * keep) * light;
    }
  }
}

/** Everything that depends on one channel's value alone, for all 256 of them; 0 to 255 and beyond. */
function toneCurve(look: Look, channel: number): Float32Array {
  const warm = 2 ** (WARMTH_STOPS * look.warmth * (1 - channel));
  const gamma = 2 ** -look.brightness;
  const gain = 1 + CONTRAST_GAIN * look.contrast;
  const lift = FADE_LIFT * look.fade;
  return Float32Array.from({ length: 256 }, (_, byte) => {
    let value = (byte / 255) ** gamma * warm;
    value = (value - 0.5) * gain + 0.5;
    value += (look.shadows[channel] ?? 0) * (1 - byte / 255) ** 2 + (look.highlights[channel] ?? 0) * (byte / 255) ** 2;
    return 255 * (lift + value * (1 - lift));
  });
}

/** How bright a place is, 1 in the middle; null without a vignette. */
function vignetteOf(width: number, height: number, amount: number): ((x: number, y: number) => number) | null {
  if (amount <= 0) return null;
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  const corner = Math.hypot(middleX, middleY) || 1;
  return (x, y) => {
    const way = Math.hypot(x - middleX, y - middleY) / corner;
    const depth = Math.min(1, Math.max(0, (way - VIGNETTE_START) / (1 - VIGNETTE_START)));
    return 1 - VIGNETTE_DEPTH * amount * depth * depth * (3 - 2 * depth);
  };
}
