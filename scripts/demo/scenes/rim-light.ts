import { type Look, plainLook } from '../darkroom/develop.ts';
import type { Frame } from '../darkroom/frame.ts';
import { clamp, type Light, light, scale, smooth } from '../darkroom/light.ts';
import { blurMask, drawMask } from '../darkroom/mask.ts';
import { Noise } from '../darkroom/noise.ts';
import type { Random } from '../darkroom/random.ts';
import { drawSubject, type Subject } from './subjects.ts';

export interface RimLightOptions {
  subject: Subject;
  room?: 'amber' | 'teal' | 'wine' | 'slate' | 'moss' | 'dawn';
  /** Looks to the left instead of the right. */
  mirrored?: boolean;
  /** Share of the frame's height that the subject takes. */
  size?: number;
}

interface Room {
  dark: Light;
  back: Light;
  rim: Light;
  fill: Light;
}

const rooms: Record<'amber' | 'teal' | 'wine' | 'slate' | 'moss' | 'dawn', Room> = {
  amber: {
    dark: light('#0d0907', 0.7),
    back: light('#8a4a1c', 0.5),
    rim: light('#ffb56b', 2.6),
    fill: light('#2a2f3d', 0.16),
  },
  teal: {
    dark: light('#050d10', 0.8),
    back: light('#12525c', 0.45),
    rim: light('#ffc07d', 2.4),
    fill: light('#16414c', 0.2),
  },
  wine: {
    dark: light('#0e0609', 0.8),
    back: light('#6b1f33', 0.5),
    rim: light('#ff9f77', 2.5),
    fill: light('#3a2140', 0.18),
  },
  slate: {
    dark: light('#0a0c10', 0.8),
    back: light('#4a5568', 0.42),
    rim: light('#ffe0bd', 2.3),
    fill: light('#2b3646', 0.2),
  },
  moss: {
    dark: light('#070b06', 0.8),
    back: light('#4d5a24', 0.5),
    rim: light('#ffd27a', 2.4),
    fill: light('#22331f', 0.2),
  },
  dawn: {
    dark: light('#1b1420', 0.9),
    back: light('#d98a6a', 0.6),
    rim: light('#ffd9b3', 2.2),
    fill: light('#4a3b5c', 0.26),
  },
};

/** Somebody against the light: almost all shadow, and a thin warm rim along the edge that faces the lamp. */
export async function paintRimLight(frame: Frame, random: Random, options: RimLightOptions): Promise<Look> {
  const { width, height } = frame;
  const room = rooms[options.room ?? 'amber'];
  const noise = new Noise(random);
  const tall = height * (options.size ?? 0.92);
  const body = drawSubject(options.subject, random);
  const unit = tall / 126;
  const offset = width * 0.5 - 49 * unit + random.between(-0.06, 0.06) * width;
  const flip = options.mirrored ? `translate(${width} 0) scale(-1 1) ` : '';
  const place = (svg: string) =>
    `<g transform="${flip}translate(${offset} ${height - tall + unit * 1.5}) scale(${unit})">${svg}</g>`;
  const lampX = width * (options.mirrored ? 0.78 : 0.22) * random.between(0.9, 1.1);
  const lampY = height * random.between(0.2, 0.34);
  paintRoom(frame, noise, room, lampX, lampY);
  scatterBokeh(frame, random, room);
  const mask = await drawMask(width, height, place(body.shape), 0.7);
  const strands = await drawMask(width, height, place(body.strands), 0.5);
  await lightSubject(frame, noise, room, mask, strands, options.mirrored ? 1 : -1);
  floatDust(frame, random, room, lampX, lampY);
  return {
    ...plainLook,
    exposure: 1.35,
    bloom: 0.3,
    vignette: 0.42,
    grain: 0.019,
    fade: 0.02,
    shadows: [0.004, 0.002, 0.02],
    highlights: [0.015, 0.005, -0.01],
  };
}

function paintRoom(frame: Frame, noise: Noise, room: Room, lampX: number, lampY: number): void {
  const size = Math.max(frame.width, frame.height);
  frame.paintSoft(5, (pixel, x, y) => {
    const d = Math.hypot(x - lampX, (y - lampY) * 0.85) / size;
    const wall = 1 + noise.fbm((x / size) * 3, (y / size) * 3, 3) * 0.3;
    const glow = (0.95 * Math.exp(-d * d * 7) + 0.25 * Math.exp(-d * 2)) * wall;
    pixel.r = room.dark[0] + room.back[0] * glow;
    pixel.g = room.dark[1] + room.back[1] * glow;
    pixel.b = room.dark[2] + room.back[2] * glow;
  });
}

/** Lamps far behind, out of focus: discs with a slightly brighter edge. */
function scatterBokeh(frame: Frame, random: Random, room: Room): void {
  const { width, height, light: film } = frame;
  const size = Math.max(width, height);
  const count = random.whole(4, 11);
  for (let i = 0; i < count; i++) {
    const cx = random.between(0, width);
    const cy = random.between(0.05, 0.75) * height;
    const radius = size * random.between(0.012, 0.045);
    const tint = scale(room.rim, random.between(0.01, 0.055));
    for (let y = Math.max(0, Math.floor(cy - radius - 3)); y < Math.min(height, cy + radius + 3); y++) {
      for (let x = Math.max(0, Math.floor(cx - radius - 3)); x < Math.min(width, cx + radius + 3); x++) {
        const d = Math.hypot(x - cx, y - cy);
        const disc = smooth(radius + 2.5, radius - 2.5, d) * (0.75 + 0.45 * smooth(radius * 0.6, radius, d));
        const at = (y * width + x) * 3;
        film[at] += tint[0] * disc;
        film[at + 1] += tint[1] * disc;
        film[at + 2] += tint[2] * disc;
      }
    }
  }
}

async function lightSubject(
  frame: Frame,
  noise: Noise,
  room: Room,
  mask: Float32Array,
  strands: Float32Array,
  lampSide: number,
): Promise<void> {
  const { width, height } = frame;
  const size = Math.max(width, height);
  const thin = await blurMask(mask, width, height, size * 0.0032);
  const wrap = await blurMask(mask, width, height, size * 0.03);
  const near = Math.max(2, Math.round(size * 0.0035));
  const wide = Math.round(size * 0.03);
  const read = (values: Float32Array, x: number, y: number) =>
    values[clamp(y, 0, height - 1) * width + clamp(x, 0, width - 1)];
  const rim = new Float32Array(mask.length);
  for (let y = 0, i = 0; y < height; y++) {
    const down = 1 - 0.62 * (y / height);
    for (let x = 0; x < width; x++, i++) {
      if (mask[i] < 0.02) continue;
      const edge = Math.max(0, thin[i] - read(thin, x + lampSide * near, y - near));
      const form = Math.max(0, wrap[i] - read(wrap, x + lampSide * wide, y - Math.round(wide * 0.6)));
      const back = Math.max(0, thin[i] - read(thin, x - lampSide * near, y - near)) * 0.1;
      const skin =
        0.8 + 0.35 * noise.at((x / size) * 60, (y / size) * 60) + 0.2 * noise.at((x / size) * 190, (y / size) * 190);
      rim[i] = mask[i] * ((edge * edge * 2.8 + edge * 0.55 + back) * skin + form * form * 0.17) * down;
    }
  }
  const { light: film } = frame;
  for (let i = 0, at = 0; i < mask.length; i++, at += 3) {
    const cover = mask[i];
    const hair = strands[i];
    if (cover === 0 && hair === 0) continue;
    const ambient = 0.25 + 0.75 * wrap[i];
    for (let channel = 0; channel < 3; channel++) {
      const shade = room.dark[channel] * 0.55 + room.fill[channel] * ambient * 0.55;
      film[at + channel] +=
        (shade - film[at + channel]) * cover +
        room.rim[channel] * (rim[i] + hair * (0.25 - 0.2 * cover) * smooth(0.75, 0.2, wrap[i]));
    }
  }
}

function floatDust(frame: Frame, random: Random, room: Room, lampX: number, lampY: number): void {
  const { width, height } = frame;
  const size = Math.max(width, height);
  for (let i = 0; i < 70; i++) {
    const x = lampX + random.normal() * width * 0.3;
    const y = lampY + random.normal() * height * 0.26;
    frame.addGlow(x, y, size * random.between(0.0008, 0.0028), scale(room.rim, random.between(0.01, 0.08)));
  }
}
