import type { Visibility } from './authorize-media.ts';

const WEEK_SECONDS = 604_800;
/** A shared cache between us and people keeps a public medium no longer than this after it stops being public. */
const SHARED_SECONDS = 300;
const PERSONAL_SECONDS = 300;

/** How long this data centre keeps a public variant, behind a check of who may see it. */
export const EDGE_SECONDS = WEEK_SECONDS;

/** Who may keep a medium's bytes, and how long. */
export const MEDIA_HEADERS: Record<Visibility, Record<string, string>> = {
  public: {
    'Cache-Control': `public, max-age=${WEEK_SECONDS}, immutable`,
    'CDN-Cache-Control': `public, max-age=${SHARED_SECONDS}`,
  },
  personal: { 'Cache-Control': `private, max-age=${PERSONAL_SECONDS}` },
};
