import type { Location, Media, PictureEdits } from '../../../../shared/contracts/index.ts';

/** Somebody on a photo; x and y are shares of its width and height. */
export interface DraftTag {
  userId: string;
  username: string;
  x: number;
  y: number;
}

/** How far one file has come. */
export type Stage =
  | { kind: 'waiting' }
  | { kind: 'uploading'; sent: number }
  | { kind: 'processing' }
  | { kind: 'ready'; media: Media }
  | { kind: 'stopped' }
  | { kind: 'failed'; message: string; hint: string | undefined; canRetry: boolean };

export interface DraftPhoto {
  key: string;
  name: string;
  blob: Blob;
  altText: string;
  /** What is done to it before it is published; null leaves it as it is. */
  edits: PictureEdits | null;
  people: DraftTag[];
  /** The medium that was opened for it: a retry or a reload goes on from there. */
  mediaId: string | null;
  stage: Stage;
}

export interface Draft {
  /** Sent as Idempotency-Key: however often "Share" is tried, one post comes of it. */
  id: string;
  photos: DraftPhoto[];
  caption: string;
  location: Location | null;
  hideLikes: boolean;
  commentsOff: boolean;
}

export function emptyDraft(): Draft {
  return { id: crypto.randomUUID(), photos: [], caption: '', location: null, hideLikes: false, commentsOff: false };
}

export function isEmpty(draft: Draft): boolean {
  return draft.photos.length === 0 && draft.caption.trim() === '' && draft.location === null;
}

/** The list with one entry at another place. */
export function moveEntry<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const [entry] = next.splice(from, 1);
  if (entry === undefined) return next;
  next.splice(Math.min(next.length, Math.max(0, to)), 0, entry);
  return next;
}

/** Share of a file that is done, processing counted as the last tenth. */
export function progressOf({ stage, blob }: Pick<DraftPhoto, 'stage' | 'blob'>): number {
  if (stage.kind === 'ready') return 1;
  if (stage.kind === 'processing') return 0.9;
  if (stage.kind === 'uploading') return blob.size > 0 ? (stage.sent / blob.size) * 0.9 : 0;
  return 0;
}

export type Readiness = 'empty' | 'broken' | 'working' | 'ready';

/** Whether the draft could be shared now. */
export function readinessOf({ photos }: Pick<Draft, 'photos'>): Readiness {
  if (photos.length === 0) return 'empty';
  if (photos.some(({ stage }) => stage.kind === 'failed' || stage.kind === 'stopped')) return 'broken';
  return photos.every(({ stage }) => stage.kind === 'ready') ? 'ready' : 'working';
}
