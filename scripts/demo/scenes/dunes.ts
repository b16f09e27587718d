import type { Look } from '../darkroom/develop.ts';
import type { Frame } from '../darkroom/frame.ts';
import { clamp, type Light, light, mix, scale, smooth } from '../darkroom/light.ts';
import { drawMask } from '../darkroom/mask.ts';
import { Noise } from '../darkroom/noise.ts';
import type { Random } from '../darkroom/random.ts';
import { walker } from './figures.ts';
import { type Hour, type HourName, hours } from './hours.ts';
import { paintSky } from './sky.ts';
import { layGround, lookOver } from './terrain.ts';

export interface DunesOptions {
  hour: HourName;
  sand?: 'gold' | 'red' | 'white';
  /** Somebody walks along a crest. */
  walker?: boolean;
}

const WHITE: Light = [1, 1, 1];

const sands: Record<'gold' | 'red' | 'white', Light> = {
  gold: light('#d9a066'),
  red: light('#c96f3e'),
  white: light('#e9e2d6'),
};

const FAR = 0.98;
/** Wind rounds the very edge of a crest: keeps it wider than a cell of the ground. */
const SOFT_EDGE = 0.0012;

/** Sand dunes: knife-edged crests, a lit windward side, a slip face in shadow, ripples underfoot. */
export async function paintDunes(frame: Frame, random: Random, options: DunesOptions): Promise<Look> {
  const hour: Hour = hours[options.hour];
  const { width, height } = frame;
  const sand = sands[options.sand ?? 'gold'];
  const fromLeft = random.next() < 0.5;
  const horizon = height * random.between(0.3, 0.38);
  const eye = random.between(0.12, 0.14);
  const spread = width / height > 1.2 ? 1.15 : 0.8;
  const farRow = horizon + (eye / FAR) * (width / spread);
  paintSky(frame, random, hour, {
    horizon: farRow,
    sunX: fromLeft ? -width * 0.15 : width * 1.15,
    sunY: horizon - height * 0.05,
    clouds: random.between(0, 0.35),
    disc: 0,
  });
  const noise = new Noise(random);
  const shift = random.between(0, 90);
  const ground = layGround(
    (x, z) => {
      const bend = noise.at(x * 3 + shift, z * 3) * 0.16 + noise.at(x * 7 + shift, z * 6 + 40) * 0.035;
      const fold = noise.at((x + bend) * 4.6 + shift, (z + bend * 0.7) * 5.4);
      const crest = 1 - Math.sqrt(fold * fold + SOFT_EDGE);
      const swell = noise.at(x * 2 + shift, z * 2 + 70) * 0.5 + 0.5;
      return (crest * crest * 0.075 * (0.45 + 0.8 * swell) + swell * 0.03) * (0.1 + 0.9 * smooth(0.1, 0.48, z));
    },
    fromLeft,
    0.34,
  );
  const sunSide = fromLeft ? -1 : 1;
  const step = 0.0022;
  const sun = mix(hour.sun, scale(WHITE, hour.sun[1]), 0.35);
  const shadow = mix(scale(hour.zenith, 0.55), scale(hour.haze, 0.42), 0.5);
  const skyline = lookOver(frame, {
    ground,
    eye,
    horizon,
    spread,
    near: 0.12,
    far: FAR,
    colour(pixel, x, z, away) {
      const steep = (ground.height(x + step, z) - ground.height(x - step, z)) / (2 * step);
      const deep = (ground.height(x, z + step) - ground.height(x, z - step)) / (2 * step);
      const close = smooth(0.5, 0.1, away);
      const ripple =
        close > 0 ? Math.sin((x * 0.8 + z * 0.5 + noise.at(x * 30, z * 30) * 0.014) * 620) * 0.1 * close : 0;
      const grit = noise.at(x * 420, z * 420) * 0.05 * close;
      const facing = clamp(0.36 + sunSide * (steep * 1.15 + ripple) - deep * 0.2 + grit, 0, 1.4);
      const sunny = facing * ground.lit(x, z);
      const sky = 0.62 + deep * 0.2 + grit;
      const far = smooth(0.1, 1.05, away) * 0.8;
      pixel.r = sand[0] * (sun[0] * 0.75 * sunny + shadow[0] * sky);
      pixel.g = sand[1] * (sun[1] * 0.75 * sunny + shadow[1] * sky);
      pixel.b = sand[2] * (sun[2] * 0.75 * sunny + shadow[2] * sky);
      pixel.r += (hour.haze[0] - pixel.r) * far;
      pixel.g += (hour.haze[1] - pixel.g) * far;
      pixel.b += (hour.haze[2] - pixel.b) * far;
    },
  });
  if (options.walker) {
    const column = Math.round(width * random.between(0.3, 0.7));
    const tall = height * 0.045;
    const body = walker(column, skyline[column] + tall * 0.06, tall);
    frame.cover(await drawMask(width, height, body), scale(hour.ink, 0.8), 0.94);
  }
  return hour.look;
}
