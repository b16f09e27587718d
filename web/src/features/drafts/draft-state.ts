import type { Draft } from '../../../../shared/contracts/index.ts';
import { formatMoment, formatMomentInZone } from '../../format/time.ts';

export interface DraftState {
  words: string;
  /** Something is wrong, and its author has to act. */
  failed: boolean;
}

/** Where a draft stands, in a sentence. */
export function draftStateOf({ status, publishAt, media, createdAt }: Draft): DraftState {
  if (status === 'scheduled' && publishAt) {
    return { words: `To be shared on ${formatMomentInZone(publishAt)}.`, failed: false };
  }
  const broken = media.find((medium) => medium.status === 'failed');
  if (broken) {
    const reason = broken.error?.message ?? 'It could not be processed.';
    return { words: `A ${broken.kind} failed. ${reason}`, failed: true };
  }
  if (status === 'waiting') return { words: 'Waiting for its media. It is shared when they are ready.', failed: false };
  return { words: `Begun on ${formatMoment(createdAt)}.`, failed: false };
}

/** Whether a draft changes by itself: it waits to be shared, or its pictures are not made yet. */
export function isOnItsWay({ status, media }: Draft): boolean {
  return status === 'waiting' || media.some((medium) => medium.status === 'processing');
}
