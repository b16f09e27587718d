import { MAX_VIDEO_SECONDS } from '../../contracts/index.ts';
import type { MediaErrorCode } from './media-errors.ts';

/** What we read of a video as Stream describes it. */
export type StreamDetails = {
  readyToStream: boolean;
  status: { state: string; errorReasonCode?: string };
  /** Seconds; -1 while it is not known. */
  duration: number;
  /** Pixels as players show them; -1 or 0 while they are not known. */
  input: { width: number; height: number };
};

export type StreamVerdict =
  | { is: 'pending' }
  | { is: 'encoding' }
  | { is: 'ready'; width: number; height: number; durationMs: number }
  | { is: 'failed'; code: MediaErrorCode };

const ROUNDING_SECONDS = 0.5;

/** https://developers.cloudflare.com/stream/manage-video-library/using-webhooks/#error-codes */
const REASONS: Record<string, MediaErrorCode> = {
  ERR_NON_VIDEO: 'no-video-track',
  ERR_DURATION_EXCEED_CONSTRAINT: 'too-long',
  ERR_DURATION_TOO_SHORT: 'too-short',
  ERR_MALFORMED_VIDEO: 'corrupt',
};

/** Where a video on Stream stands, in our own words. */
export function judgeStreamVideo({ status, readyToStream, duration, input }: StreamDetails): StreamVerdict {
  if (status.state === 'pendingupload') return { is: 'pending' };
  if (status.state === 'error') {
    return { is: 'failed', code: REASONS[status.errorReasonCode ?? ''] ?? 'unsupported-content' };
  }
  if (!readyToStream || status.state !== 'ready') return { is: 'encoding' };
  const { width, height } = input;
  if (width <= 0 || height <= 0 || duration <= 0) return { is: 'failed', code: 'no-video-track' };
  if (duration > MAX_VIDEO_SECONDS + ROUNDING_SECONDS) return { is: 'failed', code: 'too-long' };
  return { is: 'ready', width, height, durationMs: Math.round(duration * 1_000) };
}
