import type { Media, MediaStatus } from '../../contracts/index.ts';
import type { MediaRow } from '../../db/media/media-row.ts';
import type { ShownMedia } from '../../db/media/shown-media.ts';
import { describeMediaError } from './media-errors.ts';
import type { UrlFor } from './media-urls.ts';

const STATUSES: Record<MediaRow['state'], MediaStatus> = {
  pending: 'pending',
  uploaded: 'processing',
  processing: 'processing',
  ready: 'ready',
  failed: 'failed',
  deleted: 'failed',
};

/** What clients call the state of a medium. */
export function mediaStatus({ state }: Pick<MediaRow, 'state'>): MediaStatus {
  return STATUSES[state];
}

type Options = {
  /** The owner sees what is held back and why, and the camera's facts whether or not others do. */
  forOwner?: boolean;
};

/** A medium as the API shows it; `urlFor` decides whether its URLs are public or signed for one viewer. */
export function presentMedia(row: ShownMedia, urlFor: UrlFor, { forOwner = false }: Options = {}): Media {
  const status = mediaStatus(row);
  const withheld = row.moderation === 'held' || row.moderation === 'blocked';
  return {
    id: row.id,
    kind: row.kind,
    status,
    ...(status === 'failed' ? { error: describeMediaError(row.errorCode) } : {}),
    width: row.width,
    height: row.height,
    ...(row.durationMs === null ? {} : { duration: row.durationMs / 1_000 }),
    blurhash: row.blurhash,
    altText: row.altText,
    ...(row.animated ? { animated: true } : {}),
    ...presentModeration(row, forOwner),
    ...(row.camera && (row.showCamera || forOwner) ? { camera: row.camera } : {}),
    ...(forOwner ? { showCamera: row.showCamera } : {}),
    ...presentCaptions(row, urlFor),
    urls: status === 'ready' && (!withheld || forOwner) ? presentUrls(row, urlFor) : null,
  };
}

function presentModeration({ moderation, moderationReason }: ShownMedia, forOwner: boolean): Pick<Media, 'moderation'> {
  if (moderation === null || moderation === 'clean') return {};
  return { moderation: { state: moderation, ...(forOwner && moderationReason ? { reason: moderationReason } : {}) } };
}

function presentCaptions({ id, captions }: ShownMedia, urlFor: UrlFor): Pick<Media, 'captions'> {
  if (!captions?.length) return {};
  return { captions: captions.map((track) => ({ ...track, url: urlFor(id, `captions/${track.language}`) })) };
}

function presentUrls({ id, kind, animated, streamId }: ShownMedia, urlFor: UrlFor): NonNullable<Media['urls']> {
  return {
    ...(kind === 'video' ? { ...presentFilm(id, streamId, urlFor), poster: urlFor(id, 'full') } : {}),
    ...(animated ? { animated: urlFor(id, 'animated') } : {}),
    thumb: urlFor(id, 'thumb'),
    profile: urlFor(id, 'profile'),
    feed: urlFor(id, 'feed'),
    full: urlFor(id, 'full'),
    story: urlFor(id, 'story'),
  };
}

/** One file, or the manifests of a film on Stream. */
function presentFilm(id: string, streamId: string | null, urlFor: UrlFor): Partial<NonNullable<Media['urls']>> {
  return streamId === null ? { video: urlFor(id, 'video') } : { hls: urlFor(id, 'hls'), dash: urlFor(id, 'dash') };
}
