import type { Media, Draft as SavedDraft } from '../../../../shared/contracts/index.ts';
import { toLocalInput } from '../../format/local-time.ts';
import { type Draft, emptyDraft, type Stage } from './draft.ts';

/** A draft of the server as the composer holds it: its bytes stay where they are. */
export function fromSavedDraft(saved: SavedDraft): Draft {
  return {
    ...emptyDraft(),
    caption: saved.caption,
    location: saved.location,
    hideLikes: saved.hideLikes,
    commentsOff: saved.commentsOff,
    savedId: saved.id,
    schedule: saved.publishAt && toLocalInput(Date.parse(saved.publishAt)),
    photos: saved.media.map((media, index) => ({
      key: media.id,
      kind: media.kind,
      name: `${media.kind === 'video' ? 'Video' : 'Photo'} ${index + 1}`,
      blob: null,
      altText: media.altText,
      edits: null,
      showCamera: null,
      tusUrl: null,
      people: saved.people
        .filter(({ mediaId }) => mediaId === media.id)
        .map(({ userId, username, x, y }) => ({ userId, username, x, y })),
      mediaId: media.id,
      stage: stageOf(media),
    })),
  };
}

function stageOf(media: Media): Stage {
  if (media.status === 'ready') return { kind: 'ready', media };
  if (media.status !== 'failed') return { kind: 'waiting' };
  const { message = 'It could not be processed.', hint = 'Remove it, or choose another.' } = media.error ?? {};
  return { kind: 'failed', message, hint, canRetry: false };
}
