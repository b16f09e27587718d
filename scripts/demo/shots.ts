import { paintAurora } from './scenes/aurora.ts';
import { paintBalloons } from './scenes/balloons.ts';
import { paintClouds } from './scenes/clouds.ts';
import { paintCoast } from './scenes/coast.ts';
import { paintCoffee } from './scenes/coffee.ts';
import { paintDunes } from './scenes/dunes.ts';
import { paintFacade } from './scenes/facade.ts';
import { paintForest } from './scenes/forest.ts';
import { paintFruit } from './scenes/fruit.ts';
import { paintLeaf } from './scenes/leaf.ts';
import { paintLoneTree } from './scenes/lone-tree.ts';
import { paintMeadow } from './scenes/meadow.ts';
import { paintNightSky } from './scenes/night-sky.ts';
import { paintRainWindow } from './scenes/rain-window.ts';
import { paintReededGlass } from './scenes/reeded-glass.ts';
import { paintRidges } from './scenes/ridges.ts';
import { paintRimLight } from './scenes/rim-light.ts';
import { paintSea } from './scenes/sea.ts';
import { paintSkyline } from './scenes/skyline.ts';
import { paintVases } from './scenes/vases.ts';
import { paintWalls } from './scenes/walls.ts';
import { paintWindowShadow } from './scenes/window-shadow.ts';

/** Every scene that can be painted. */
export const scenes = {
  aurora: paintAurora,
  balloons: paintBalloons,
  clouds: paintClouds,
  coast: paintCoast,
  coffee: paintCoffee,
  dunes: paintDunes,
  facade: paintFacade,
  forest: paintForest,
  fruit: paintFruit,
  leaf: paintLeaf,
  loneTree: paintLoneTree,
  meadow: paintMeadow,
  nightSky: paintNightSky,
  rainWindow: paintRainWindow,
  reededGlass: paintReededGlass,
  ridges: paintRidges,
  rimLight: paintRimLight,
  sea: paintSea,
  skyline: paintSkyline,
  vases: paintVases,
  walls: paintWalls,
  windowShadow: paintWindowShadow,
} as const;

export type SceneName = keyof typeof scenes;

/** A scene with the options it takes, for example `['sea', { hour: 'dawn' }]`. */
export type Shot = { [N in SceneName]: readonly [scene: N, options: Parameters<(typeof scenes)[N]>[2]] }[SceneName];

/** Pixel sizes of the aspect ratios that people post in. */
export const ratios = {
  '4:5': [1024, 1280],
  '1:1': [1080, 1080],
  '1.91:1': [1375, 720],
  '3:2': [1290, 860],
  '4:3': [1200, 900],
  '9:16': [756, 1344],
  avatar: [400, 400],
} as const;

export type Ratio = keyof typeof ratios;

/** One picture to take: the same values always give the same bytes. */
export interface Picture {
  shot: Shot;
  ratio: Ratio;
  seed: number;
}
