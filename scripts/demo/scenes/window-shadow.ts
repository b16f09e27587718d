import { type Look, plainLook } from '../darkroom/develop.ts';
import { Field } from '../darkroom/field.ts';
import type { Frame } from '../darkroom/frame.ts';
import { type Light, light } from '../darkroom/light.ts';
import { drawMask } from '../darkroom/mask.ts';
import { Noise } from '../darkroom/noise.ts';
import type { Random } from '../darkroom/random.ts';
import { plainCat } from './subjects.ts';

export interface WindowShadowOptions {
  wall: 'cream' | 'blush' | 'sage' | 'blue';
  behind: 'fern' | 'palm' | 'cat';
}

const walls: Record<WindowShadowOptions['wall'], { wall: Light; sun: Light }> = {
  cream: { wall: light('#d9cdb8', 0.8), sun: light('#ffd9a0', 0.95) },
  blush: { wall: light('#d9aa98', 0.7), sun: light('#ffc79a', 0.9) },
  sage: { wall: light('#a9b59b', 0.62), sun: light('#ffe0a8', 0.85) },
  blue: { wall: light('#8fa3b8', 0.56), sun: light('#ffd2a0', 0.95) },
};

/** Late sun through a window, and the shadow of what stands in it, on an empty wall. */
export async function paintWindowShadow(frame: Frame, random: Random, options: WindowShadowOptions): Promise<Look> {
  const { width, height } = frame;
  const tone = walls[options.wall];
  const noise = new Noise(random);
  const size = Math.min(width, height);
  const lean = random.between(-16, -26);
  const paneW = size * 0.24;
  const paneH = size * 0.32;
  const left = width * 0.5 - paneW * 1.05;
  const top = height * 0.5 - paneH * 1.05;
  let panes = '';
  for (const column of [0, 1]) {
    for (const row of [0, 1])
      panes += `<rect x="${left + column * paneW * 1.1}" y="${top + row * paneH * 1.1}" width="${paneW}" height="${paneH}"/>`;
  }
  const turn = `<g transform="translate(${width / 2} ${height / 2}) skewX(${lean}) rotate(-7) scale(1.25) translate(${-width / 2} ${-height / 2})">`;
  const lit = await drawMask(width, height, `${turn}<g fill="#fff">${panes}</g></g>`, size * 0.006);
  const foot = top + paneH * 2.15;
  const inWay =
    options.behind === 'cat'
      ? plainCat(left + paneW * 0.55, foot, size * 0.34)
      : growFronds(random, options.behind, left + paneW * random.between(0.5, 1.4), foot, size);
  const close = await drawMask(width, height, `${turn}${inWay}</g>`, size * 0.0035);
  const far = await drawMask(width, height, `${turn}${inWay}</g>`, size * 0.012);
  const relief = new Field(width, height, 3, (x, y) => noise.fbm((x / size) * 14, (y / size) * 14, 4, 0.55));
  frame.paint((pixel, x, y) => {
    const i = y * width + x;
    const bump = relief.at(x, y) - relief.at(Math.min(width - 1, x + 3), Math.min(height - 1, y + 2));
    const fine = noise.at(x * 0.4, y * 0.4) * 0.03;
    const softness = 1 - y / height;
    const shade = close[i] + (far[i] - close[i]) * softness;
    const sun = lit[i] * (1 - 0.9 * shade);
    const ambient = (0.2 + 0.07 * (1 - x / width)) * (1 + bump * 0.35 + fine);
    const direct = sun * 0.82 * (1 + bump * 1.1 + fine);
    pixel.r = tone.wall[0] * (ambient * 0.9 + direct * tone.sun[0]);
    pixel.g = tone.wall[1] * (ambient * 0.95 + direct * tone.sun[1]);
    pixel.b = tone.wall[2] * (ambient * 1.12 + direct * tone.sun[2]);
  });
  return {
    ...plainLook,
    exposure: 1.2,
    bloom: 0.16,
    vignette: 0.38,
    grain: 0.016,
    fade: 0.022,
    shadows: [0.004, 0.004, 0.016],
    highlights: [0.022, 0.008, -0.02],
  };
}

function growFronds(random: Random, kind: 'fern' | 'palm', x: number, y: number, size: number): string {
  let shapes = '';
  const count = kind === 'palm' ? 7 : 11;
  for (let i = 0; i < count; i++) {
    const aim = (i / (count - 1) - 0.5) * 2.1 + random.normal() * 0.12;
    const length = size * random.between(0.3, 0.52) * (1 - Math.abs(aim) * 0.14);
    shapes += kind === 'palm' ? palmLeaf(random, x, y, aim, length) : fernLeaf(x, y, aim, length);
  }
  return `<g fill="#fff" stroke="#fff">${shapes}<path stroke="none" d="M${x - size * 0.05} ${y - size * 0.02} h${size * 0.1} l${-size * 0.015} ${size * 0.1} h${-size * 0.07} Z"/></g>`;
}

/** Points along an arching stem: it starts upright, leans by `aim` and droops at the end. */
function stem(x: number, y: number, aim: number, length: number, at: number): [number, number, number] {
  const angle = -Math.PI / 2 + aim * (0.35 + at * 0.65) + aim * at * at * 0.5;
  return [
    x + Math.sin(aim * (0.4 + at * 0.5)) * length * at,
    y - Math.cos(aim * (0.4 + at * 0.55)) * length * at + Math.abs(aim) * at * at * length * 0.18,
    angle,
  ];
}

function fernLeaf(x: number, y: number, aim: number, length: number): string {
  let path = '';
  const spine: string[] = [];
  for (let step = 0; step <= 22; step++) {
    const at = step / 22;
    const [px, py, angle] = stem(x, y, aim, length, at);
    spine.push(`${px.toFixed(1)} ${py.toFixed(1)}`);
    if (at < 0.12) continue;
    const reach = length * 0.17 * Math.sin(Math.PI * (0.12 + at * 0.88)) ** 0.8;
    for (const side of [-1, 1]) {
      const turn = angle + side * 1.12;
      const tipX = px + Math.cos(turn) * reach;
      const tipY = py + Math.sin(turn) * reach;
      const bulge = reach * 0.2;
      path += `<path stroke="none" d="M${px.toFixed(1)} ${py.toFixed(1)} Q${(px + Math.cos(turn) * reach * 0.5 + Math.cos(angle) * bulge).toFixed(1)} ${(py + Math.sin(turn) * reach * 0.5 + Math.sin(angle) * bulge).toFixed(1)} ${tipX.toFixed(1)} ${tipY.toFixed(1)} Q${(px + Math.cos(turn) * reach * 0.4 - Math.cos(angle) * bulge).toFixed(1)} ${(py + Math.sin(turn) * reach * 0.4 - Math.sin(angle) * bulge).toFixed(1)} ${px.toFixed(1)} ${py.toFixed(1)} Z"/>`;
    }
  }
  return `<path fill="none" stroke-width="${length * 0.012}" d="M${spine.join(' L')}"/>${path}`;
}

function palmLeaf(random: Random, x: number, y: number, aim: number, length: number): string {
  const [tipX, tipY, angle] = stem(x, y, aim, length * 0.72, 1);
  let blades = `<path fill="none" stroke-width="${length * 0.016}" d="M${x} ${y} Q${x + (tipX - x) * 0.3} ${y - length * 0.5} ${tipX} ${tipY}"/>`;
  for (let i = 0; i < 11; i++) {
    const turn = angle + (i / 10 - 0.5) * 3.5;
    const reach = length * random.between(0.32, 0.42) * (1 - Math.abs(i / 10 - 0.5) * 0.5);
    const ex = tipX + Math.cos(turn) * reach;
    const ey = tipY + Math.sin(turn) * reach;
    const nx = Math.cos(turn + Math.PI / 2) * reach * 0.075;
    const ny = Math.sin(turn + Math.PI / 2) * reach * 0.075;
    const mx = tipX + Math.cos(turn) * reach * 0.45;
    const my = tipY + Math.sin(turn) * reach * 0.45;
    blades += `<path stroke="none" d="M${tipX} ${tipY} Q${mx + nx} ${my + ny} ${ex} ${ey} Q${mx - nx} ${my - ny} ${tipX} ${tipY} Z"/>`;
  }
  return blades;
}
