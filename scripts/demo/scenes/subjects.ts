import type { Random } from '../darkroom/random.ts';

export type Hair = 'short' | 'bun' | 'curls' | 'long' | 'ponytail' | 'hat' | 'beanie' | 'scarf' | 'bald';

/** Whom the rim light falls on. People are seen in profile, looking to the right. */
export type Subject =
  | { kind: 'person'; hair: Hair; beard?: boolean; glasses?: boolean; tilt?: number }
  | { kind: 'cat' }
  | { kind: 'dog' };

/** Outline and loose hairs as white SVG shapes on a canvas of 98 × 126 units. */
export interface Outline {
  shape: string;
  strands: string;
}

export function drawSubject(subject: Subject, random: Random): Outline {
  if (subject.kind === 'cat') return drawCat(random);
  if (subject.kind === 'dog') return drawDog(random);
  const head = `${FACE}${hairShape(subject.hair, random)}${subject.beard ? BEARD : ''}${subject.glasses ? GLASSES : ''}`;
  const turn = `rotate(${subject.tilt ?? random.between(-4, 5)} 46 72)`;
  return {
    shape: `<g fill="#fff" stroke="#fff" stroke-width="0">${SHOULDERS}<g transform="${turn}">${head}</g></g>`,
    strands: `<g transform="${turn}">${looseHair(subject.hair, random)}</g>`,
  };
}

const FACE =
  '<path d="M62 22 C66 26 68.2 30.5 68.8 35 C69 36.6 68.2 37.6 68.4 38.8 C69.4 42 72.8 45.8 74.3 48.7 C74.8 50 73.6 50.9 71.8 51.1 C70.7 51.3 70 51.8 70.1 52.5 C70.3 53.4 71.7 54.3 71.5 55.3 C71.3 56 70.2 56.1 69.9 56.5 C70.7 56.9 71.2 57.7 70.8 58.7 C70.3 59.7 69.2 59.9 69.2 60.9 C69.6 62.5 70 64.1 68.8 65.7 C67.2 67.8 63.6 68.2 60.6 67.6 C57.2 67.2 55.6 68.6 55 71 C54.4 75 54.8 79.4 56.8 84 L46 96 L30 88 C34 84 34.4 75 31 66 C25 58 22 48 24 38 C26 24 38 14 50 14 C56 14 60 17.5 62 22 Z"/>';

const SHOULDERS =
  '<path d="M33.5 76 C34 82 31 87.5 22 91.5 C8 97.5 0 108 -3 130 L96 130 C94 112 89 99.5 79 94.5 C70 90.5 60 89 56.4 82 Z"/>';

const BEARD = '<path d="M69.6 56 C72.4 57.5 73 63 71.6 67.6 C69.4 73.6 63 74.6 58.4 71.4 C54 68 52 60 53.6 54 Z"/>';

const GLASSES =
  '<path fill="none" stroke-width="0.9" d="M68.2 37.6 L71.2 38 M46 38.2 L66 37.4"/><rect x="66.4" y="36.8" width="4.6" height="6.4" rx="1.6"/>';

const CAP =
  '<path d="M64.4 25 C62.5 15 54 10.4 45 11 C32 11.8 22.4 22 21.4 37 C21 47 23.4 56 28.4 62 C31 64.6 35 63 37 59 L52 40 Z"/>';

function hairShape(hair: Hair, random: Random): string {
  switch (hair) {
    case 'bald':
      return '';
    case 'short':
      return `${CAP}${tufts(random, 26, 14, 64, 26)}`;
    case 'bun':
      return `${CAP}<ellipse cx="21" cy="${random.between(22, 32)}" rx="9" ry="9.6"/>`;
    case 'ponytail':
      return `${CAP}<path d="M28 22 C12 20 6 34 9 50 C11 62 6 70 8 82 C16 78 22 66 20 54 C18.6 44 22 38 28 38 Z"/>`;
    case 'long':
      return `${CAP}<path d="M40 11 C22 12 17 30 17.6 48 C18 66 9 80 12 104 C22 112 40 110 47 98 C50 88 42 76 40 64 L46 30 Z"/>`;
    case 'curls':
      return `${CAP}${curls(random)}`;
    case 'hat':
      return `${CAP}<path d="M29 22 C27 8 32 1.6 46 1.4 C59 1.6 63.4 6 65 19.6 Z"/><path d="M4 27 C14 18.6 74 12.4 90 19.4 C92 21.6 84 24.6 74 24 C54 23 34 25.6 18 29.4 C10 31 3.4 30 4 27 Z"/>`;
    case 'beanie':
      return '<path d="M66 27 C65 12 55 5.6 44 6 C29 6.6 19.6 19 19 35 C18.8 39 20.6 41 24 40 C38 36 52 31.4 64 31 C66 30.8 66.4 29 66 27 Z"/><circle cx="38" cy="5" r="5.6"/>';
    case 'scarf':
      return '<path d="M66.6 27.6 C66.4 14 55 8 44 8.6 C28 9.4 18 24 18.6 43 C19 60 17 74 7 92 C24 104 52 104 66 92 C60 84 58.6 76 60.4 68 C55 62 56 44 66.6 27.6 Z"/>';
  }
}

function tufts(random: Random, x0: number, y0: number, x1: number, y1: number): string {
  let paths = '';
  for (let i = 0; i < 9; i++) {
    const at = i / 8;
    const x = x0 + (x1 - x0) * at;
    const y = y0 + (y1 - y0) * at * at - Math.sin(at * Math.PI) * 5;
    paths += `<path d="M${x - 4} ${y + 5} Q${x - 1} ${y - 3 - random.between(0, 3)} ${x + random.between(2, 6)} ${y - random.between(0, 3)} Q${x + 3} ${y + 3} ${x + 5} ${y + 7} Z"/>`;
  }
  return paths;
}

function curls(random: Random): string {
  let circles = '<circle cx="40" cy="34" r="25"/>';
  for (let i = 0; i < 70; i++) {
    const angle = random.between(0.35, 1.72) * Math.PI + Math.PI * 0.08;
    const out = 24 + random.between(-2, 5.5);
    circles += `<circle cx="${40 + Math.cos(angle) * out}" cy="${34 + Math.sin(angle) * out * -1}" r="${random.between(1.6, 5)}"/>`;
  }
  let crown = '';
  for (let i = 0; i < 46; i++) {
    const angle = random.between(-0.42, 1.1) * Math.PI;
    crown += `<circle cx="${40 - Math.cos(angle) * 25}" cy="${34 - Math.sin(angle) * 25}" r="${random.between(1.4, 4.4)}"/>`;
  }
  return circles + crown;
}

/** Hairs that stand off the head and catch the light; hats and scarves keep theirs in. */
function looseHair(hair: Hair, random: Random): string {
  if (hair === 'bald' || hair === 'hat' || hair === 'beanie' || hair === 'scarf') return '';
  const radius = hair === 'curls' ? 28 : 25;
  let strokes = '';
  for (let i = 0; i < 44; i++) {
    const angle = random.between(-0.36, 0.66) * Math.PI;
    const x = 42 - Math.cos(angle) * radius * 0.84;
    const y = 36 - Math.sin(angle) * radius;
    const along = angle + Math.PI / 2 + random.normal() * 0.3;
    const length = random.between(1.6, 4.2) * random.pick([-1, 1]);
    const endX = x - Math.cos(angle) * random.between(-0.5, 1.6) - Math.cos(along) * length;
    const endY = y - Math.sin(angle) * random.between(-0.5, 1.6) - Math.sin(along) * length;
    strokes += `<path d="M${x.toFixed(1)} ${y.toFixed(1)} Q${(x - Math.cos(angle) * 2).toFixed(1)} ${(y - Math.sin(angle) * 2).toFixed(1)} ${endX.toFixed(1)} ${endY.toFixed(1)}"/>`;
  }
  return `<g fill="none" stroke="#fff" stroke-width="0.1" stroke-linecap="round">${strokes}</g>`;
}

function fur(random: Random, points: readonly (readonly [number, number])[]): string {
  let strokes = '';
  for (const [x, y] of points) {
    for (let i = 0; i < 10; i++) {
      const px = x + random.normal() * 3;
      const py = y + random.normal() * 3;
      strokes += `<path d="M${px.toFixed(1)} ${py.toFixed(1)} q${random.between(-1, 1).toFixed(1)} ${random.between(-1, 1).toFixed(1)} ${random.between(-2, 2).toFixed(1)} ${random.between(-1, 2).toFixed(1)}"/>`;
    }
  }
  return `<g fill="none" stroke="#fff" stroke-width="0.2" stroke-linecap="round">${strokes}</g>`;
}

const CAT =
  '<path d="M40 50 C30 60 24 78 25 98 C25.4 110 34 114 49 114 C64 114 72.6 110 73 98 C74 78 68 60 58 50 Z"/><path d="M32 40 C31 34 31 24 32.6 17.6 C36 19 40.6 23.4 42.6 27.6 C46.6 26.4 51.4 26.4 55.4 27.6 C57.4 23.4 62 19 65.4 17.6 C67 24 67 34 66 40 C66.6 50 59 56.4 49 56.4 C39 56.4 31.4 50 32 40 Z"/><path fill="none" stroke-width="5.4" stroke-linecap="round" d="M68 109 C82 112 92 108 94 98 C95.4 91 91 87 87 90"/>';

/** A cat on a window sill, from behind, looking out. */
function drawCat(random: Random): Outline {
  const sill = '<rect x="-200" y="112" width="500" height="40"/>';
  const whiskers =
    '<g fill="none" stroke="#fff" stroke-width="0.22"><path d="M33 44 Q25 42 19 43.6"/><path d="M33 46.4 Q25 46.6 20 49"/><path d="M65 44 Q73 42 79 43.6"/><path d="M65 46.4 Q73 46.6 78 49"/></g>';
  const edge = [
    [27, 80],
    [29, 70],
    [33, 60],
    [32, 38],
    [33, 24],
    [65, 24],
    [66, 40],
    [64, 58],
    [70, 72],
    [72, 90],
  ] as const;
  return {
    shape: `<g fill="#fff" stroke="#fff" stroke-width="0">${CAT}${sill}</g>`,
    strands: whiskers + fur(random, edge),
  };
}

/** A dog with folded ears, in profile, nose a little up. */
function drawDog(random: Random): Outline {
  const body =
    '<path d="M34 22 C40 15 50 14 56 19 C59 22 60 25 62 27 C67 28.6 75 31 80 33 C83 34.4 83.4 38 81 39.6 C78 41.6 78 44 74 45.6 C68 47.6 62 47.6 58.6 49 C56 54 57 62 61 70 C66 80 70 92 70.6 130 L14 130 C12 100 16 78 24 60 C28 50 29 32 34 22 Z"/><path d="M34 23 C28 26 24 36 24.4 47 C24.6 55 28 60 32 58 C38 54 41 42 42 33 Z"/>';
  const edge = [
    [26, 34],
    [25, 46],
    [28, 62],
    [22, 72],
    [18, 86],
    [40, 17],
    [52, 17],
    [15, 104],
  ] as const;
  return { shape: `<g fill="#fff" stroke="#fff" stroke-width="0">${body}</g>`, strands: fur(random, edge) };
}

/** The cat alone as an SVG shape: `foot` is the row it sits on. */
export function plainCat(x: number, foot: number, tall: number): string {
  const unit = tall / 98;
  return `<g transform="translate(${x - 49 * unit} ${foot - 114 * unit}) scale(${unit})" fill="#fff" stroke="#fff" stroke-width="0">${CAT}</g>`;
}
