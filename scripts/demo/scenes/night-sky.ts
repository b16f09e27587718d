import type { Look } from '../darkroom/develop.ts';
import type { Frame } from '../darkroom/frame.ts';
import { clamp, light, scale, smooth } from '../darkroom/light.ts';
import { drawMask } from '../darkroom/mask.ts';
import { Noise } from '../darkroom/noise.ts';
import type { Random } from '../darkroom/random.ts';
import { stander } from './figures.ts';
import { type Hour, hours } from './hours.ts';
import { treeLine } from './tree-line.ts';

export interface NightSkyOptions {
  subject: 'tent' | 'stargazer' | 'trees';
  /** The band of the Milky Way leans left or right, or is not in the frame. */
  galaxy?: boolean;
}

/** A long exposure under a dark sky: the Milky Way, thousands of stars, a warm light on the ground. */
export async function paintNightSky(frame: Frame, random: Random, options: NightSkyOptions): Promise<Look> {
  const hour: Hour = hours.night;
  const { width, height } = frame;
  const noise = new Noise(random);
  const lean = random.pick([-1, 1]) * random.between(0.45, 0.9);
  const bandX = width * random.between(0.4, 0.6);
  const size = Math.max(width, height);
  const band = (x: number, y: number) => (x - bandX - (height * 0.45 - y) * lean) / (size * 0.3) / Math.hypot(1, lean);
  const galaxy = options.galaxy === false ? 0 : 1;
  paintAirAndGalaxy(frame, noise, hour, band, galaxy);
  scatterStars(frame, random, band, galaxy);
  await paintGround(frame, random, noise, hour, options);
  return { ...hour.look, bloom: 0.35, vignette: 0.35 };
}

function paintAirAndGalaxy(
  frame: Frame,
  noise: Noise,
  hour: Hour,
  band: (x: number, y: number) => number,
  galaxy: number,
): void {
  const { height } = frame;
  const size = Math.max(frame.width, height);
  const glow = light('#5fa88a', 0.05);
  const town = light('#ffb070', 0.16);
  const dust = light('#ffcf9c', 0.2);
  const mist = light('#8fb0ff', 0.085);
  frame.paintSoft(3, (pixel, x, y) => {
    const up = clamp(1 - y / (height * 0.86));
    const off = band(x, y);
    const u = (x / size) * 5;
    const v = (y / size) * 5;
    const cloud = noise.fbm(u * 1.3 + 40, v * 1.3, 5, 0.58) * 0.5 + 0.5;
    const lane = noise.fbm(u * 2.1, v * 2.1 + 80, 5, 0.6);
    const core = Math.exp(-off * off * 2.6) * (0.25 + cloud * 1.3) * galaxy;
    const dark = smooth(-0.05, 0.5, lane + 0.26 - Math.abs(off) * 0.85) * 0.9;
    const milk = core * (1 - dark);
    const heart = Math.exp(-off * off * 7) * milk * (0.35 + 0.65 * (1 - up));
    const low = (1 - up) ** 3;
    pixel.r =
      hour.zenith[0] +
      (hour.horizon[0] * 0.55 - hour.zenith[0]) * low +
      glow[0] * (1 - up) +
      town[0] * low ** 2.4 +
      mist[0] * milk +
      dust[0] * heart;
    pixel.g =
      hour.zenith[1] +
      (hour.horizon[1] * 0.55 - hour.zenith[1]) * low +
      glow[1] * (1 - up) +
      town[1] * low ** 2.4 +
      mist[1] * milk +
      dust[1] * heart;
    pixel.b =
      hour.zenith[2] +
      (hour.horizon[2] * 0.6 - hour.zenith[2]) * low +
      glow[2] * (1 - up) +
      town[2] * low ** 2.4 +
      mist[2] * milk +
      dust[2] * heart;
  });
}

const STAR_TINTS = [light('#bcd0ff'), light('#ffffff'), light('#fff1dc'), light('#ffcf9e')] as const;

/** Few bright stars and many faint ones (numbers grow as brightness^−1.5), closer together along the band. */
function scatterStars(frame: Frame, random: Random, band: (x: number, y: number) => number, galaxy: number): void {
  const { width, height } = frame;
  const count = Math.round((width * height) / 520);
  for (let i = 0; i < count; i++) {
    const x = random.between(0, width);
    const y = random.between(0, height);
    const off = band(x, y);
    if (random.next() > 0.4 + 0.9 * galaxy * Math.exp(-off * off * 2)) continue;
    const brightness = Math.min(9, 0.07 / (random.next() + 0.004) ** 0.95);
    const tint = scale(random.pick(STAR_TINTS), brightness);
    frame.addGlow(x, y, brightness > 3 ? 1.55 : brightness > 0.6 ? 1.05 : 0.75, tint);
  }
}

async function paintGround(
  frame: Frame,
  random: Random,
  noise: Noise,
  hour: Hour,
  options: NightSkyOptions,
): Promise<void> {
  const { width, height } = frame;
  const ground = new Float32Array(width);
  const offset = random.between(0, 50);
  for (let x = 0; x < width; x++) {
    ground[x] = height * (0.88 - 0.05 * noise.fbm((x / width) * 2.2 + offset, 3, 4) - 0.03 * Math.sin((x / width) * 3));
  }
  const trees = { trees: 0.2, tent: 0.06, stargazer: 0 }[options.subject];
  const crest = trees ? treeLine(ground, random, height * trees) : ground;
  const ink = scale(hour.ink, 0.7);
  frame.paint((pixel, x, y) => {
    const cover = clamp(y - crest[x] + 0.5);
    pixel.r += (ink[0] - pixel.r) * cover;
    pixel.g += (ink[1] - pixel.g) * cover;
    pixel.b += (ink[2] - pixel.b) * cover;
  }, height * 0.5);
  const x = width * random.between(0.3, 0.7);
  const y = ground[Math.round(x)];
  if (options.subject === 'tent') await pitchTent(frame, x, y + height * 0.03, height * 0.075);
  if (options.subject === 'stargazer') {
    const tall = height * 0.1;
    const person = stander(x, y + tall * 0.08, tall);
    frame.cover(await drawMask(width, height, person), ink, 1);
    frame.addGlow(x, y - tall * 0.86, tall * 0.022, light('#fff2d8', 9));
    const beam = `<path fill="#fff" d="M${x} ${y - tall * 0.86} L${x + width * 0.16} ${-height * 0.1} L${x + width * 0.26} ${-height * 0.1} Z"/>`;
    const shaft = await drawMask(width, height, beam, width * 0.012);
    for (let i = 0; i < shaft.length; i++) shaft[i] *= 1 - clamp((y - Math.floor(i / width)) / (height * 0.72));
    frame.add(shaft, light('#dfe9ff', 0.2));
  }
}

/** A tent lit from inside, and the light it throws on the grass. */
async function pitchTent(frame: Frame, x: number, y: number, tall: number): Promise<void> {
  const { width, height } = frame;
  const outline = `M${x - tall * 1.15} ${y} Q${x - tall * 0.45} ${y - tall * 0.62} ${x} ${y - tall} Q${x + tall * 0.4} ${y - tall * 0.66} ${x + tall * 1.05} ${y} Z`;
  frame.addGlow(x, y + tall * 0.1, tall * 2.1, light('#ff9a45', 0.05));
  const canvas = await drawMask(width, height, `<path fill="#fff" d="${outline}"/>`, 0.8);
  const lamp = `<defs><radialGradient id="g" cx="${x}" cy="${y - tall * 0.22}" r="${tall * 1.1}" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#fff"/><stop offset="0.45" stop-color="#777"/><stop offset="1" stop-color="#222"/></radialGradient></defs><path fill="url(#g)" d="${outline}"/>`;
  const lit = await drawMask(width, height, lamp, 1);
  frame.cover(canvas, light('#ff8a2e', 0.18));
  frame.add(lit, light('#ffb85e', 1.7));
  const seams = `<g stroke="#fff" fill="none" stroke-width="${tall * 0.025}"><path d="M${x} ${y - tall} Q${x - tall * 0.1} ${y - tall * 0.5} ${x - tall * 0.2} ${y}"/><path d="M${x} ${y - tall} Q${x + tall * 0.25} ${y - tall * 0.5} ${x + tall * 0.42} ${y}"/></g>`;
  frame.cover(await drawMask(width, height, seams, 0.7), light('#5a2408', 0.5), 0.7);
}
