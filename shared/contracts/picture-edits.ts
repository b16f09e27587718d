import { z } from 'zod';

/** What a filter does, in the units of the adjustments: −1 to 1, 0 is nothing. `fade` lifts the blacks, 0 to 1. */
export type FilterLook = {
  brightness?: number;
  contrast?: number;
  saturation?: number;
  warmth?: number;
  fade?: number;
  vignette?: number;
  /** Red, green and blue that are added to the dark and the bright parts, −1 to 1. */
  shadows?: readonly [number, number, number];
  highlights?: readonly [number, number, number];
};

/** The filters, in the order that they are offered. A look never changes: published photos were made with it. */
export const FILTERS = {
  ember: { warmth: 0.35, contrast: 0.15, saturation: 0.1, highlights: [0.06, 0.02, -0.04] },
  dune: { warmth: 0.25, contrast: -0.15, fade: 0.25, saturation: -0.15, shadows: [0.05, 0.03, 0] },
  tide: { warmth: -0.3, contrast: 0.1, saturation: 0.05, shadows: [-0.03, 0.02, 0.08] },
  fern: { saturation: -0.1, contrast: 0.05, shadows: [-0.04, 0.05, -0.02], highlights: [0.02, 0.03, -0.03] },
  bloom: { brightness: 0.2, contrast: -0.1, saturation: 0.15, highlights: [0.06, 0, 0.05] },
  haze: { brightness: 0.12, contrast: -0.3, fade: 0.35, saturation: -0.2 },
  dusk: { warmth: -0.1, brightness: -0.1, contrast: 0.1, shadows: [0.04, -0.02, 0.1], highlights: [0.08, 0.02, -0.05] },
  frost: { warmth: -0.4, brightness: 0.1, saturation: -0.25, highlights: [-0.02, 0.02, 0.05] },
  amber: { warmth: 0.5, saturation: -0.1, fade: 0.15, vignette: 0.25 },
  velvet: { contrast: 0.3, saturation: 0.2, vignette: 0.3, shadows: [0.02, -0.02, 0.04] },
  harbor: { saturation: -0.35, contrast: 0.2, shadows: [-0.02, 0.01, 0.05] },
  chrome: { saturation: 0.3, contrast: 0.25, brightness: 0.05 },
  slate: { saturation: -1, contrast: -0.05, fade: 0.2, shadows: [0, 0.01, 0.03] },
  noir: { saturation: -1, contrast: 0.4, vignette: 0.35 },
} as const satisfies Record<string, FilterLook>;
export type FilterName = keyof typeof FILTERS;
export const FILTER_NAMES = Object.keys(FILTERS) as [FilterName, ...FilterName[]];

const amount = z.number().min(-1).max(1);
const fraction = z.number().min(0).max(1);
/** A crop may not be so small that nothing is left to see. */
export const LEAST_CROP = 0.05;

/** The part of the upright picture that stays, in fractions of its sides. */
export const cropSchema = z
  .strictObject({
    x: fraction,
    y: fraction,
    width: z.number().min(LEAST_CROP).max(1),
    height: z.number().min(LEAST_CROP).max(1),
  })
  .refine(({ x, y, width, height }) => x + width <= 1.000_1 && y + height <= 1.000_1, 'reaches out of the picture');

/** What is done to a photo before its variants are made: crop, then turn, then adjust, then the filter. */
export const pictureEditsSchema = z
  .strictObject({
    name: z.enum(FILTER_NAMES).optional(),
    intensity: fraction.default(1),
    crop: cropSchema.optional(),
    rotate: z
      .union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)])
      .default(0)
      .meta({ description: 'Clockwise.' }),
    brightness: amount.default(0),
    contrast: amount.default(0),
    saturation: amount.default(0),
    warmth: amount.default(0),
    vignette: fraction.default(0),
  })
  .meta({ id: 'PictureEdits' });
export type PictureEdits = z.infer<typeof pictureEditsSchema>;

/** A filter by its name, or everything that can be done to a picture. */
export const filterSchema = z.union([
  z.enum(FILTER_NAMES).transform((name) => pictureEditsSchema.parse({ name })),
  pictureEditsSchema,
]);
