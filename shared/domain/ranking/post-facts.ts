import { judgeQuality } from './judge-quality.ts';

/** What D1 says of a post that its rank depends on. */
export type PostFactsRow = {
  id: string;
  likes: number;
  comments: number;
  followers: number;
  hideLikes: boolean;
  /** How many media; the first one is described. */
  items: number;
  mediaKind: 'photo' | 'video' | null;
  width: number | null;
  height: number | null;
  tags: string[];
  latitude: number | null;
  longitude: number | null;
};

export const POST_KINDS = ['photo', 'video', 'carousel'] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** A post's facts as the ranking reads them, the same for every viewer. */
export type PostFacts = {
  /** [0, 1]; see `judgeQuality`. */
  quality: number;
  /** Its engagement, in [0, 1], and whether the author hides it. */
  engagement: number;
  hidden: boolean;
  kind: PostKind;
  tags: readonly string[];
  /** Square of the map, 0 when there is none; see `placeOf`. */
  place: number;
};

/** Of a post that is gone, or not looked at yet. */
export const NO_FACTS: PostFacts = { quality: 0, engagement: 0, hidden: false, kind: 'photo', tags: [], place: 0 };

/** Tags of a post that are looked at. */
export const TAGS_OF_POST = 5;

export function makeFacts(row: PostFactsRow, engagementCap: number): PostFacts {
  const { quality, engagement } = judgeQuality(row, engagementCap);
  return {
    quality,
    engagement,
    hidden: row.hideLikes,
    kind: row.items > 1 ? 'carousel' : (row.mediaKind ?? 'photo'),
    tags: row.tags,
    place: placeOf(row.latitude, row.longitude),
  };
}

/** A tenth of a degree: 11 km from north to south. */
const SQUARES_A_DEGREE = 10;
const SQUARES_AROUND = 360 * SQUARES_A_DEGREE + 1;

/** The square of the map that a point lies in, as a number above 0. */
export function placeOf(latitude: number | null, longitude: number | null): number {
  if (latitude === null || longitude === null) return 0;
  const row = Math.round((latitude + 90) * SQUARES_A_DEGREE);
  const column = Math.round((longitude + 180) * SQUARES_A_DEGREE);
  return 1 + row * SQUARES_AROUND + column;
}
