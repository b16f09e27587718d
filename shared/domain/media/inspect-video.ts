import { MAX_VIDEO_SECONDS } from '../../contracts/index.ts';
import type { Outcome } from '../../errors/index.ts';
import { EndOfBytes } from './byte-reader.ts';
import { ByteWindow, type ReadRange } from './byte-window.ts';
import type { Film, FilmReading, Patch } from './film.ts';
import type { MediaErrorCode } from './media-errors.ts';
import { readMovie } from './read-movie.ts';
import { readWebm } from './read-webm.ts';
import { SNIFF_BYTES, sniffType, type VideoContentType } from './sniff-type.ts';

/** Containers round a minute up by a frame or two. */
const ROUNDING_SECONDS = 0.5;
/** 4K, and a little for cameras that write 4,096 × 2,304. */
const MAX_VIDEO_PIXELS = 4_096 * 2_304;
const MAX_VIDEO_SIDE = 8_192;
/** What browsers play: H.264, H.265, VP8, VP9, AV1. */
const MOVIE_CODECS = new Set(['avc1', 'avc3', 'hvc1', 'hev1', 'vp08', 'vp09', 'av01']);
const WEBM_CODECS = new Set(['V_VP8', 'V_VP9', 'V_AV1']);

export type VideoFacts = {
  contentType: VideoContentType;
  width: number;
  height: number;
  durationMs: number;
  patches: Patch[];
};
export type VideoReading = Outcome<VideoFacts, MediaErrorCode>;

/**
 * Judges a film by its container, reading only what describes it: type, whole file, tracks, length, size, codec. The
 * readers are our own and bounded: a general one (mediabunny 1.61) never returns from noise behind a WebM's head.
 */
export async function inspectVideo(read: ReadRange, size: number): Promise<VideoReading> {
  if (size === 0) return { ok: false, code: 'empty-file' };
  const type = sniffType(await read(0, Math.min(size, SNIFF_BYTES)));
  if (type === null) return { ok: false, code: 'unsupported-content' };
  if (type === 'image/svg+xml') return { ok: false, code: 'svg-refused' };
  if (!isVideo(type)) return { ok: false, code: 'wrong-kind' };
  const reading = await readFilm(new ByteWindow(read, size), type);
  return reading.ok ? judge(reading.value, type) : reading;
}

async function readFilm(window: ByteWindow, type: VideoContentType): Promise<FilmReading> {
  try {
    return await (type === 'video/webm' ? readWebm(window) : readMovie(window));
  } catch (error) {
    if (error instanceof EndOfBytes) return { ok: false, code: 'corrupt' };
    throw error;
  }
}

function judge({ seconds, picture, encrypted, patches }: Film, contentType: VideoContentType): VideoReading {
  if (encrypted) return { ok: false, code: 'encrypted' };
  if (!picture) return { ok: false, code: 'no-video-track' };
  const { width, height, codedPixels, codec } = picture;
  const codecs = contentType === 'video/webm' ? WEBM_CODECS : MOVIE_CODECS;
  if (!codecs.has(codec)) return { ok: false, code: 'unsupported-codec' };
  if (!(seconds > 0 && width > 0 && height > 0)) return { ok: false, code: 'corrupt' };
  if (seconds > MAX_VIDEO_SECONDS + ROUNDING_SECONDS) return { ok: false, code: 'too-long' };
  const tooLarge = Math.max(width * height, codedPixels) > MAX_VIDEO_PIXELS || Math.max(width, height) > MAX_VIDEO_SIDE;
  if (tooLarge) return { ok: false, code: 'too-many-pixels' };
  return { ok: true, value: { contentType, width, height, durationMs: Math.round(seconds * 1_000), patches } };
}

function isVideo(type: string): type is VideoContentType {
  return type.startsWith('video/');
}
