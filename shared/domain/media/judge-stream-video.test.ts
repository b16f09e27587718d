import { expect, it } from 'vitest';
import { judgeStreamVideo } from './judge-stream-video.ts';

const READY = {
  readyToStream: true,
  status: { state: 'ready', errorReasonCode: '' },
  duration: 5.5,
  input: { width: 1_920, height: 1_080 },
};
const inState = (state: string, errorReasonCode = '') => ({
  ...READY,
  readyToStream: false,
  duration: -1,
  input: { width: -1, height: -1 },
  status: { state, errorReasonCode },
});

it.each([
  [READY, { is: 'ready', width: 1_920, height: 1_080, durationMs: 5_500 }],
  [inState('pendingupload'), { is: 'pending' }],
  [inState('downloading'), { is: 'encoding' }],
  [inState('queued'), { is: 'encoding' }],
  [inState('inprogress'), { is: 'encoding' }],
  // Playable in one quality while the others are encoded: not yet what it will be.
  [{ ...READY, status: { state: 'inprogress', errorReasonCode: '' } }, { is: 'encoding' }],
  [inState('error', 'ERR_NON_VIDEO'), { is: 'failed', code: 'no-video-track' }],
  [inState('error', 'ERR_DURATION_EXCEED_CONSTRAINT'), { is: 'failed', code: 'too-long' }],
  [inState('error', 'ERR_DURATION_TOO_SHORT'), { is: 'failed', code: 'too-short' }],
  [inState('error', 'ERR_MALFORMED_VIDEO'), { is: 'failed', code: 'corrupt' }],
  [inState('error', 'ERR_UNKNOWN'), { is: 'failed', code: 'unsupported-content' }],
  [
    { ...READY, duration: 61 },
    { is: 'failed', code: 'too-long' },
  ],
  [
    { ...READY, input: { width: 0, height: 0 } },
    { is: 'failed', code: 'no-video-track' },
  ],
])('judges %j', (details, verdict) => {
  expect(judgeStreamVideo(details)).toEqual(verdict);
});
