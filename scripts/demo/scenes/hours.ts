import { type Look, plainLook } from '../darkroom/develop.ts';
import { type Light, light } from '../darkroom/light.ts';

/** The light of an hour of the day: what the sky, the haze and the shadows are made of. */
export interface Hour {
  zenith: Light;
  horizon: Light;
  /** The sun or moon, and the air around it. */
  sun: Light;
  /** Far things fade into it. */
  haze: Light;
  /** Near things in shadow. */
  ink: Light;
  look: Look;
}

/** Eight hours, from before dawn to night. */
export const hours = {
  dawn: {
    zenith: light('#5f7fa8', 0.75),
    horizon: light('#f6c3a2', 0.95),
    sun: light('#ffb27a', 2.2),
    haze: light('#e2b5a5', 0.75),
    ink: light('#1c2738', 0.5),
    look: { ...plainLook, shadows: [0.01, 0.015, 0.045], highlights: [0.03, 0.005, -0.03] },
  },
  golden: {
    zenith: light('#6f93ab', 0.7),
    horizon: light('#ffd28a', 1.05),
    sun: light('#ff9d3c', 3.2),
    haze: light('#eab676', 0.8),
    ink: light('#26201c', 0.45),
    look: { ...plainLook, shadows: [0.0, 0.015, 0.03], highlights: [0.03, 0.01, -0.04], bloom: 0.2 },
  },
  rose: {
    zenith: light('#4f5f96', 0.6),
    horizon: light('#ff9d8e', 0.95),
    sun: light('#ff6f52', 2.4),
    haze: light('#c98a97', 0.6),
    ink: light('#1d1a30', 0.45),
    look: { ...plainLook, shadows: [0.02, 0.0, 0.04], highlights: [0.03, 0.0, -0.02], bloom: 0.16 },
  },
  blue: {
    zenith: light('#1c2f5a', 0.55),
    horizon: light('#e8a184', 0.55),
    sun: light('#ff8a50', 0.8),
    haze: light('#6b7fa6', 0.4),
    ink: light('#0b1222', 0.5),
    look: { ...plainLook, exposure: 1.15, shadows: [0.0, 0.01, 0.045], highlights: [0.02, 0.0, -0.01], grain: 0.017 },
  },
  mist: {
    zenith: light('#a9b4b8', 0.75),
    horizon: light('#d9dcd6', 0.85),
    sun: light('#fff3dc', 0.7),
    haze: light('#c9cfcd', 0.75),
    ink: light('#232b2c', 0.6),
    look: { ...plainLook, contrast: 1.04, saturation: 0.85, shadows: [0, 0.015, 0.02], fade: 0.03 },
  },
  noon: {
    zenith: light('#2f74b8', 0.75),
    horizon: light('#bcdcec', 0.95),
    sun: light('#fff4dc', 2.4),
    haze: light('#a9c8dc', 0.75),
    ink: light('#22332c', 0.7),
    look: { ...plainLook, saturation: 1.05, shadows: [0, 0.01, 0.02], highlights: [0.015, 0.005, -0.015] },
  },
  storm: {
    zenith: light('#38434e', 0.55),
    horizon: light('#aab4b4', 0.6),
    sun: light('#ffe2b0', 0.9),
    haze: light('#7f8d94', 0.5),
    ink: light('#12181c', 0.5),
    look: { ...plainLook, contrast: 1.1, saturation: 0.8, shadows: [0, 0.012, 0.02], grain: 0.018 },
  },
  night: {
    zenith: light('#070d1f', 0.7),
    horizon: light('#23395f', 0.42),
    sun: light('#cfe0ff', 0.7),
    haze: light('#22345a', 0.3),
    ink: light('#04060c', 0.6),
    look: {
      ...plainLook,
      exposure: 1.5,
      shadows: [0, 0.006, 0.03],
      highlights: [0.02, 0.01, 0],
      grain: 0.021,
      fade: 0.02,
    },
  },
} satisfies Record<string, Hour>;

export type HourName = keyof typeof hours;
