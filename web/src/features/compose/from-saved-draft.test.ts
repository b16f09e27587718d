import { expect, it } from 'vitest';
import type { Media, Draft as SavedDraft } from '../../../../shared/contracts/index.ts';
import { aPost } from '../posts/a-post.ts';
import { readinessOf } from './draft.ts';
import { fromSavedDraft } from './from-saved-draft.ts';

const aMedium = (fields: Partial<Media>): Media => ({
  id: '0000000000001',
  kind: 'photo',
  status: 'ready',
  width: 4,
  height: 3,
  blurhash: null,
  altText: 'A field.',
  urls: null,
  ...fields,
});
const aDraft = (fields: Partial<SavedDraft>): SavedDraft => ({
  ...aPost(),
  status: 'draft',
  publishAt: null,
  ...fields,
});

it('goes on where the saved draft stands', () => {
  const people = [{ mediaId: '0000000000001', userId: '0000000000002', username: 'mira', x: 0.5, y: 0.25 }];
  const draft = fromSavedDraft(aDraft({ id: '0000000000003', caption: 'Dusk', media: [aMedium({})], people }));
  expect(draft).toMatchObject({
    savedId: '0000000000003',
    caption: 'Dusk',
    schedule: null,
    photos: [{ blob: null, altText: 'A field.', people: [{ username: 'mira', x: 0.5 }], stage: { kind: 'ready' } }],
  });
  expect(readinessOf(draft)).toBe('ready');
});

it('brings the time of a scheduled one, and the reason of a failed one', () => {
  const error = { code: 'corrupt', message: 'The file is damaged.', hint: 'Export it anew.' };
  const media = [aMedium({ kind: 'video', status: 'failed', error }), aMedium({ status: 'processing' })];
  const draft = fromSavedDraft(aDraft({ publishAt: '2026-06-15T12:34:00.000Z', media }));
  expect(draft.schedule).toMatch(/^2026-06-1[456]T/);
  expect(draft.photos.map(({ kind, stage }) => ({ kind, stage }))).toEqual([
    {
      kind: 'video',
      stage: { kind: 'failed', message: 'The file is damaged.', hint: 'Export it anew.', canRetry: false },
    },
    { kind: 'photo', stage: { kind: 'waiting' } },
  ]);
});
