import type { PersonTag, Post } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import type { Draft } from './draft.ts';

/** Writes the descriptions to the photos, then publishes. Safe to try again: the draft's id is the idempotency key. */
export async function shareDraft(draft: Draft): Promise<Post> {
  const mediaIds: string[] = [];
  const people: PersonTag[] = [];
  for (const { stage, altText, people: tags } of draft.photos) {
    if (stage.kind !== 'ready') throw new Error('A photo of the draft is not ready.');
    const text = altText.trim();
    if (text !== stage.media.altText) await api.patch<unknown>(`/media/${stage.media.id}`, { altText: text });
    mediaIds.push(stage.media.id);
    people.push(...tags.map(({ userId, x, y }) => ({ mediaId: stage.media.id, userId, x, y })));
  }
  const body = {
    caption: draft.caption.trim(),
    mediaIds,
    hideLikes: draft.hideLikes,
    commentsOff: draft.commentsOff,
    people,
    ...(draft.location ? { location: draft.location } : {}),
  };
  return api.post<Post>('/posts', body, { 'Idempotency-Key': draft.id });
}
