import type { Look } from '../darkroom/develop.ts';
import type { Frame } from '../darkroom/frame.ts';
import { clamp, mix, scale, smooth } from '../darkroom/light.ts';
import { Noise } from '../darkroom/noise.ts';
import type { Random } from '../darkroom/random.ts';
import { type Hour, type HourName, hours } from './hours.ts';
import { paintSky } from './sky.ts';
import { layGround, lookOver } from './terrain.ts';

export interface CloudsOptions {
  hour: HourName;
}

const FAR = 0.98;

/** A sea of cloud from above: soft billows lit from the side, fading into the horizon. */
export function paintClouds(frame: Frame, random: Random, options: CloudsOptions): Look {
  const hour: Hour = hours[options.hour];
  const { width, height } = frame;
  const horizon = height * random.between(0.4, 0.5);
  const fromLeft = random.next() < 0.5;
  const spread = width / height > 1.2 ? 1.2 : 0.85;
  const eye = 0.13;
  paintSky(frame, random, hour, {
    horizon: horizon + (eye / FAR) * (width / spread),
    sunX: width * (fromLeft ? random.between(0.1, 0.3) : random.between(0.7, 0.9)),
    sunY: horizon - height * random.between(0.0, 0.07),
    clouds: random.between(0.1, 0.5),
    disc: 0,
  });
  const noise = new Noise(random);
  const shift = random.between(0, 99);
  const cloudAt = (x: number, z: number) => {
    const warp = noise.at(x * 4 + shift, z * 4) * 0.35;
    const heap = Math.abs(noise.at(x * 6 + warp + shift, z * 6 + warp));
    const puff = Math.abs(noise.at(x * 15 + warp * 2 + shift, z * 15 + 31));
    const curl = Math.abs(noise.at(x * 38 + shift, z * 38 + 77));
    const billow = heap + puff * 0.42 + curl * 0.14;
    const swell = noise.at(x * 2.3 + shift, z * 2.3 + 8) * 0.5 + 0.5;
    return (billow * 0.05 + swell * 0.035) * (0.3 + 0.7 * smooth(0.12, 0.4, z));
  };
  const ground = layGround(cloudAt, fromLeft, 0.22);
  const side = fromLeft ? -1 : 1;
  const white = mix(hour.haze, [1, 1, 1], 0.7);
  const sun = mix(hour.sun, scale([1, 1, 1], hour.sun[1]), 0.3);
  const shadow = mix(scale(hour.zenith, 0.8), scale(hour.haze, 0.6), 0.45);
  const step = 0.0035;
  lookOver(frame, {
    ground,
    eye,
    horizon,
    spread,
    near: 0.12,
    far: FAR,
    colour(pixel, x, z, away) {
      const steep = (ground.height(x + step, z) - ground.height(x - step, z)) / (2 * step);
      const deep = (ground.height(x, z + step) - ground.height(x, z - step)) / (2 * step);
      const facing = clamp(0.55 + side * steep * 0.55 - deep * 0.2, 0.06, 1.3);
      const sunny = facing * (0.45 + 0.55 * ground.lit(x, z));
      const far = smooth(0.05, 1.02, away) * 0.85;
      pixel.r = white[0] * sun[0] * 0.62 * sunny + shadow[0];
      pixel.g = white[1] * sun[1] * 0.62 * sunny + shadow[1];
      pixel.b = white[2] * sun[2] * 0.62 * sunny + shadow[2];
      pixel.r += (hour.haze[0] - pixel.r) * far;
      pixel.g += (hour.haze[1] - pixel.g) * far;
      pixel.b += (hour.haze[2] - pixel.b) * far;
    },
  });
  return hour.look;
}
