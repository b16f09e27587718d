import type { PersonTag, Post, Draft as SavedDraft } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { fromLocalInput } from '../../format/local-time.ts';
import type { Draft } from './draft.ts';

/** What is to become of a draft: shared now, shared at its time, or kept. */
export type Intent = 'share' | 'schedule' | 'keep';
export type Sent = { kind: 'shared'; post: Post } | { kind: 'saved'; draft: SavedDraft };

/**
 * Writes the descriptions to the photos, then shares, schedules or keeps. Safe to try again: the draft's id is the
 * idempotency key. What is shared before its media are ready comes back saved, and publishes itself.
 */
export async function sendDraft(draft: Draft, intent: Intent): Promise<Sent> {
  const media = await describeMedia(draft);
  const body = {
    caption: draft.caption.trim(),
    hideLikes: draft.hideLikes,
    commentsOff: draft.commentsOff,
    ...media,
  };
  const { location, savedId } = draft;
  const key = { 'Idempotency-Key': draft.id };
  const publishAt = intent === 'schedule' && draft.schedule !== null ? fromLocalInput(draft.schedule) : null;
  if (intent === 'share' && savedId === null) {
    return sentOf(await api.post<Post | SavedDraft>('/posts', { ...body, ...(location ? { location } : {}) }, key));
  }
  const whole = { ...body, location, publishAt };
  const saved = savedId
    ? await api.patch<SavedDraft>(`/drafts/${savedId}`, whole)
    : await api.post<SavedDraft>('/drafts', whole, key);
  if (intent !== 'share') return { kind: 'saved', draft: saved };
  return sentOf(await api.post<Post | SavedDraft>(`/drafts/${saved.id}/publish`, {}, key));
}

function sentOf(answer: Post | SavedDraft): Sent {
  return 'status' in answer ? { kind: 'saved', draft: answer } : { kind: 'shared', post: answer };
}

async function describeMedia({ photos }: Draft): Promise<{ mediaIds: string[]; people: PersonTag[] }> {
  const mediaIds: string[] = [];
  const people: PersonTag[] = [];
  for (const { mediaId, stage, altText, showCamera, people: tags } of photos) {
    if (!mediaId) throw new Error('A photo of the draft was not sent.');
    const text = altText.trim();
    const known = stage.kind === 'ready' ? stage.media.altText : '';
    const change = { ...(text === known ? {} : { altText: text }), ...(showCamera === null ? {} : { showCamera }) };
    if (Object.keys(change).length > 0) await api.patch<unknown>(`/media/${mediaId}`, change);
    mediaIds.push(mediaId);
    people.push(...tags.map(({ userId, x, y }) => ({ mediaId, userId, x, y })));
  }
  return { mediaIds, people };
}
