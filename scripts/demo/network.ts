import type { Ratio, Shot } from './shots.ts';

/** Somebody of the demo network. All of them, their places' stories and their words are made up. */
export interface DemoPerson {
  username: string;
  fullName: string;
  bio: string;
  avatar: Shot;
  posts: readonly DemoPost[];
}

export interface DemoPost {
  caption: string;
  place?: { name: string; lat: number; lon: number };
  photos: readonly DemoPhoto[];
}

export interface DemoPhoto {
  shot: Shot;
  ratio: Exclude<Ratio, 'avatar'>;
  alt: string;
  /** Another take of the same scene; without it the seed comes from who posted it and when. */
  take?: number;
}

/** A photo of a post, written in the order in which one thinks of it. */
export function photo(ratio: DemoPhoto['ratio'], shot: Shot, alt: string, take?: number): DemoPhoto {
  return take === undefined ? { ratio, shot, alt } : { ratio, shot, alt, take };
}
