import { type Look, plainLook } from '../darkroom/develop.ts';
import type { Frame } from '../darkroom/frame.ts';
import { clamp, type Light, light, smooth } from '../darkroom/light.ts';
import { Noise } from '../darkroom/noise.ts';
import type { Random } from '../darkroom/random.ts';
import { LAMPS } from './skyline.ts';

export interface FacadeOptions {
  wall: 'brick' | 'plaster' | 'concrete';
}

const walls: Record<FacadeOptions['wall'], Light> = {
  brick: light('#5b2f28', 0.3),
  plaster: light('#7d7f93', 0.26),
  concrete: light('#4a5361', 0.26),
};

/** One house front after sunset, straight on: mostly dark panes, a few lit rooms with their curtains and plants. */
export function paintFacade(frame: Frame, random: Random, options: FacadeOptions): Look {
  const { width, height } = frame;
  const noise = new Noise(random);
  const columns = width > height ? 5 : 3;
  const pitchX = width / columns;
  const pitchY = pitchX * random.between(1.2, 1.4);
  const top = random.between(-0.5, 0) * pitchY;
  const rows = Math.ceil((height - top) / pitchY) + 1;
  const rooms = Array.from({ length: columns * rows }, () => ({
    lamp: random.next() < 0.36 ? random.between(0.5, 1) : 0,
    tint: random.pick(LAMPS.slice(0, 4)),
    curtain: random.between(0, 0.42),
    lampX: random.between(0.3, 0.7),
    plant: random.next() < 0.4,
    seed: random.between(0, 99),
  }));
  rooms[columns * Math.floor(rows / 2) + Math.floor(columns / 2)].lamp = 0.95;
  const wall = walls[options.wall];
  frame.paint((pixel, x, y) => {
    const across = x / pitchX;
    const down = (y - top) / pitchY;
    const column = Math.min(columns - 1, Math.floor(across));
    const row = Math.min(rows - 1, Math.floor(down));
    const u = (across - column - 0.5) / 0.29;
    const v = (down - row - 0.5) / 0.33;
    const texture =
      options.wall === 'brick'
        ? brick(noise, x, y, pitchX)
        : 1 + noise.fbm(x / 90, y / 90, 4) * 0.16 + noise.at(x / 2.3, y / 2.3) * 0.06;
    const fall = 1.15 - 0.4 * (y / height);
    let r = wall[0] * texture * fall;
    let g = wall[1] * texture * fall;
    let b = wall[2] * texture * fall * 1.12;
    const room = rooms[row * columns + column];
    const reach =
      Math.exp(-Math.max(0, Math.hypot(u, v) - 0.9) * 2.2) *
      room.lamp *
      0.11 *
      smooth(1.72, 1.1, Math.abs(u)) *
      smooth(1.5, 1.1, Math.abs(v));
    r += room.tint[0] * reach;
    g += room.tint[1] * reach * 0.9;
    b += room.tint[2] * reach * 0.8;
    const sill = smooth(1.05, 1.07, v) * smooth(1.19, 1.17, v) * smooth(1.2, 1.17, Math.abs(u));
    const casing = smooth(1.13, 1.11, Math.abs(u)) * smooth(1.1, 1.08, Math.abs(v));
    const stone = Math.max(casing, sill);
    r += (wall[0] * 1.5 + 0.02 + reach - r) * stone;
    g += (wall[1] * 1.6 + 0.02 + reach * 0.8 - g) * stone;
    b += (wall[2] * 1.8 + 0.03 + reach * 0.6 - b) * stone;
    const pane = smooth(1, 0.985, Math.abs(u)) * smooth(1, 0.985, Math.abs(v));
    if (pane > 0) {
      const [pr, pg, pb] = lookInside(noise, room, u, v, y / height);
      r += (pr - r) * pane;
      g += (pg - g) * pane;
      b += (pb - b) * pane;
    }
    pixel.r = r;
    pixel.g = g;
    pixel.b = b;
  });
  return {
    ...plainLook,
    exposure: 1.35,
    bloom: 0.3,
    vignette: 0.4,
    grain: 0.02,
    fade: 0.02,
    shadows: [0.0, 0.006, 0.035],
    highlights: [0.02, 0.004, -0.02],
  };
}

interface RoomBehind {
  lamp: number;
  tint: Light;
  curtain: number;
  lampX: number;
  plant: boolean;
  seed: number;
}

function lookInside(noise: Noise, room: RoomBehind, u: number, v: number, down: number): Light {
  const bars = Math.min(smooth(0.02, 0.045, Math.abs(u)), smooth(0.02, 0.04, Math.abs(v + 0.34)));
  if (room.lamp === 0) {
    const sky =
      (0.05 + 0.1 * clamp(0.5 - v * 0.5 + noise.at(u * 1.5 + room.seed, v * 1.2) * 0.6)) *
      (1.2 - down) *
      (0.25 + 0.75 * bars);
    return [sky * 0.5, sky * 0.62, sky];
  }
  const lampAt = Math.hypot(u - (room.lampX - 0.5) * 1.4, (v + 0.1) * 0.9);
  let gain = room.lamp * (0.32 + 0.75 * Math.exp(-lampAt * lampAt * 2.2) + 1.6 * Math.exp(-lampAt * lampAt * 60));
  const fold = 0.62 + 0.3 * Math.sin(u * 46 + room.seed + noise.at(u * 4, v) * 2);
  const drawn = smooth(1 - room.curtain * 1.1 + 0.03, 1 - room.curtain * 1.1 + 0.06, Math.abs(u) + 0.05 * v);
  gain *= 1 - drawn * (1 - fold * 0.72);
  if (room.plant) {
    const leaf = noise.fbm(u * 4 + room.seed, v * 4, 4, 0.6) + 0.55 - Math.hypot((u + 0.35) * 1.5, v - 0.72) * 1.25;
    const pot = smooth(0.2, 0.18, Math.abs(u + 0.35)) * smooth(0.8, 0.82, v);
    gain *= 1 - 0.94 * Math.max(smooth(0.02, 0.1, leaf), pot);
  }
  gain *= 0.18 + 0.82 * bars;
  return [room.tint[0] * gain, room.tint[1] * gain * 0.92, room.tint[2] * gain * 0.8];
}

function brick(noise: Noise, x: number, y: number, pitch: number): number {
  const tall = pitch / 26;
  const row = Math.floor(y / tall);
  const long = tall * 3;
  const column = Math.floor(x / long + (row & 1) * 0.5);
  const inX = (x / long + (row & 1) * 0.5 - column) * long;
  const inY = y - row * tall;
  const mortar = Math.min(smooth(0.5, 2, inX), smooth(0.5, 2, inY));
  return (
    (0.55 + 0.45 * mortar) *
    (1 + noise.at(column * 7.31 + 0.5, row * 3.17 + 0.5) * 0.5) *
    (1 + noise.at(x / 3, y / 3) * 0.14)
  );
}
