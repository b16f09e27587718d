import { expect, it } from 'vitest';
import { type DraftPhoto, emptyDraft, isEmpty, moveEntry, progressOf, readinessOf, type Stage } from './draft.ts';

const media = { id: 'm' } as Extract<Stage, { kind: 'ready' }>['media'];
const aPhoto = (stage: Stage): DraftPhoto => ({
  key: 'k',
  kind: 'photo',
  name: 'a.jpg',
  blob: new Blob(['1234567890']),
  altText: '',
  edits: null,
  people: [],
  showCamera: null,
  tusUrl: null,
  mediaId: null,
  stage,
});
const failed: Stage = { kind: 'failed', message: 'x', hint: undefined, canRetry: true };

it('moves entries within the list', () => {
  expect(moveEntry(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moveEntry(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moveEntry(['a', 'b'], 0, 9)).toEqual(['b', 'a']);
  expect(moveEntry(['a', 'b'], 1, -3)).toEqual(['b', 'a']);
  expect(moveEntry(['a'], 5, 0)).toEqual(['a']);
});

it('tells the true share', () => {
  expect(progressOf(aPhoto({ kind: 'waiting' }))).toBe(0);
  expect(progressOf(aPhoto({ kind: 'uploading', sent: 5 }))).toBeCloseTo(0.45);
  expect(progressOf(aPhoto({ kind: 'processing' }))).toBe(0.9);
  expect(progressOf(aPhoto({ kind: 'ready', media }))).toBe(1);
});

it('knows when it can be shared', () => {
  expect(readinessOf({ photos: [] })).toBe('empty');
  expect(readinessOf({ photos: [aPhoto({ kind: 'ready', media }), aPhoto({ kind: 'processing' })] })).toBe(
    'processing',
  );
  expect(readinessOf({ photos: [aPhoto({ kind: 'processing' }), aPhoto({ kind: 'waiting' })] })).toBe('sending');
  expect(readinessOf({ photos: [aPhoto({ kind: 'ready', media }), aPhoto(failed)] })).toBe('broken');
  expect(readinessOf({ photos: [aPhoto({ kind: 'stopped' })] })).toBe('broken');
  expect(readinessOf({ photos: [aPhoto({ kind: 'ready', media })] })).toBe('ready');
});

it('is empty until something was typed or chosen', () => {
  expect(isEmpty(emptyDraft())).toBe(true);
  expect(isEmpty({ ...emptyDraft(), caption: ' hm' })).toBe(false);
  expect(isEmpty({ ...emptyDraft(), typedPlace: { name: 'Old harbour', where: '' } })).toBe(false);
  expect(isEmpty({ ...emptyDraft(), typedPlace: { name: ' ', where: '' } })).toBe(true);
  expect(isEmpty({ ...emptyDraft(), photos: [aPhoto({ kind: 'waiting' })] })).toBe(false);
});
