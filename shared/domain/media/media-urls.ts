import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '../../config/index.ts';
import type { Variant } from '../../contracts/index.ts';

/** What of a medium has bytes of its own to be fetched. */
export type MediaFile = Variant | 'video' | 'hls' | 'dash' | 'animated' | `captions/${string}`;
export type UrlFor = (mediaId: string, file: MediaFile) => string;

/** A signature's end is a multiple of this, so that an URL stays the same, and browsers keep the picture, for minutes. */
const WINDOW_MS = 300_000;
const SIGNATURE_LENGTH = 22;

export type MediaGrant = { exp: string; for: string; sig: string };

/** Where a file's bytes are, relative to the origin; the same string for everybody. */
export const publicMediaUrl: UrlFor = (mediaId, file) => `/api/v1/media/${mediaId}/${file}`;

/** Where an avatar's bytes are; null without one. Avatars are public even of private accounts. */
export function avatarUrl(avatarMediaId: string | null): string | null {
  return avatarMediaId && publicMediaUrl(avatarMediaId, 'profile');
}

/**
 * URLs that name the viewer they were made for and end 5 to 10 minutes from `now`. They prove who asks, for an <img>
 * sends no token; whether that viewer may see the medium is decided again when it is served.
 */
export function signedMediaUrls(keys: Config['TOKEN_KEYS'], viewerId: string, now: number): UrlFor {
  const exp = String((Math.ceil(now / WINDOW_MS) + 1) * (WINDOW_MS / 1_000));
  const secret = keys[0]?.secret ?? '';
  return (mediaId, file) => {
    const sig = signGrant(secret, mediaId, exp, viewerId);
    return `${publicMediaUrl(mediaId, file)}?exp=${exp}&for=${viewerId}&sig=${sig}`;
  };
}

/** The viewer that a signature of ours names; null when it is forged, of another medium or over. */
export function readMediaGrant(
  keys: Config['TOKEN_KEYS'],
  mediaId: string,
  grant: MediaGrant,
  now: number,
): string | null {
  if (!/^\d{1,12}$/.test(grant.exp) || Number(grant.exp) * 1_000 < now) return null;
  const given = Buffer.from(grant.sig);
  const genuine = keys.some(({ secret }) => {
    const expected = Buffer.from(signGrant(secret, mediaId, grant.exp, grant.for));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return genuine ? grant.for : null;
}

/** 128 bits of HMAC-SHA256; the prefix keeps it apart from whatever else the key signs. */
function signGrant(secret: string, mediaId: string, exp: string, viewerId: string): string {
  const text = `media-url\n${mediaId}\n${exp}\n${viewerId}`;
  return createHmac('sha256', secret).update(text).digest('base64url').slice(0, SIGNATURE_LENGTH);
}
