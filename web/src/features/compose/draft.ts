import type { Location, Media, PictureEdits } from '../../../../shared/contracts/index.ts';
import type { TypedPlace } from './place.ts';

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
  kind: Media['kind'];
  name: string;
  /** Null when its bytes are on the server only: it came from a draft that was saved there. */
  blob: Blob | null;
  altText: string;
  /** What is done to it before it is published; null leaves it as it is. */
  edits: PictureEdits | null;
  people: DraftTag[];
  /** Whether others see what camera took it; null until its author chose. */
  showCamera: boolean | null;
  /** The medium that was opened for it: a retry or a reload goes on from there. */
  mediaId: string | null;
  /** Where a resumable film goes, if it does not go in parts of ours. */
  tusUrl: string | null;
  stage: Stage;
}

export interface Draft {
  /** Sent as Idempotency-Key: however often "Share" is tried, one post comes of it. */
  id: string;
  photos: DraftPhoto[];
  caption: string;
  location: Location | null;
  /** The fields that `location` comes of, once they were typed into: a reload keeps what is no place yet. */
  typedPlace: TypedPlace | null;
  hideLikes: boolean;
  commentsOff: boolean;
  /** The saved draft that is gone on with. */
  savedId: string | null;
  /** When it is to be shared, as a `datetime-local` field holds it; null shares it at once. */
  schedule: string | null;
}

export function emptyDraft(): Draft {
  return {
    id: crypto.randomUUID(),
    photos: [],
    caption: '',
    location: null,
    typedPlace: null,
    hideLikes: false,
    commentsOff: false,
    savedId: null,
    schedule: null,
  };
}

export function isEmpty(draft: Draft): boolean {
  const { photos, caption, location, typedPlace, savedId } = draft;
  const hasWords = caption.trim() !== '' || Boolean(typedPlace?.name.trim());
  return photos.length === 0 && !hasWords && location === null && savedId === null;
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
  if (stage.kind === 'uploading') return blob && blob.size > 0 ? (stage.sent / blob.size) * 0.9 : 0;
  return 0;
}

export type Readiness = 'empty' | 'broken' | 'sending' | 'processing' | 'ready';

/** How far the photos have come: all bytes are sent from `processing` on. */
export function readinessOf({ photos }: Pick<Draft, 'photos'>): Readiness {
  if (photos.length === 0) return 'empty';
  const kinds = photos.map(({ stage }) => stage.kind);
  if (kinds.some((kind) => kind === 'failed' || kind === 'stopped')) return 'broken';
  if (kinds.every((kind) => kind === 'ready')) return 'ready';
  return kinds.every((kind) => kind === 'ready' || kind === 'processing') ? 'processing' : 'sending';
}
