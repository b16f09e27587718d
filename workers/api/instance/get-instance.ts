import { version } from '../../../package.json';
import {
  ALT_TEXT_MAX,
  CAPTION_MAX,
  COMMENT_TEXT_MAX,
  instanceSchema,
  MAX_POSTER_BYTES,
  MAX_VIDEO_SECONDS,
  PHOTO_TYPES,
  POST_MEDIA_MAX,
  POSTER_TYPES,
  VIDEO_TYPES,
} from '../../../shared/contracts/index.ts';
import { answer, route } from '../../http/route.ts';

/** Clients may keep the limits this long. */
const CACHE_SECONDS = 300;

/** What this installation takes, so that a client can say so before it sends anything. */
export const getInstance = route(
  {
    method: 'get',
    path: '/instance',
    tags: ['instance'],
    summary: 'Limits and accepted types',
    access: 'public',
    limit: 'read',
    responses: answer(200, instanceSchema, 'The limits.'),
  },
  (c) => {
    const { config } = c.var.services;
    const { MAX_PHOTO_BYTES, MAX_VIDEO_BYTES, MAX_PHOTO_PIXELS, COMMENT_EDIT_MINUTES } = config;
    c.header('Cache-Control', `public, max-age=${CACHE_SECONDS}`);
    return c.json(
      {
        name: 'Rimlight',
        version,
        media: {
          photoTypes: [...PHOTO_TYPES],
          videoTypes: [...VIDEO_TYPES],
          maxPhotoBytes: MAX_PHOTO_BYTES,
          maxVideoBytes: MAX_VIDEO_BYTES,
          maxPhotoPixels: MAX_PHOTO_PIXELS,
          maxAnimationBytes: config.MAX_ANIMATION_BYTES,
          maxAnimationPixels: config.MAX_ANIMATION_PIXELS,
          maxVideoSeconds: MAX_VIDEO_SECONDS,
          posterTypes: [...POSTER_TYPES],
          maxPosterBytes: MAX_POSTER_BYTES,
        },
        comments: { maxText: COMMENT_TEXT_MAX, editMinutes: COMMENT_EDIT_MINUTES },
        posts: { maxMedia: POST_MEDIA_MAX, maxCaption: CAPTION_MAX, maxAltText: ALT_TEXT_MAX },
      },
      200,
    );
  },
);
