import { expect, it } from 'vitest';
import type { PostEdit } from '../../../shared/db/posts/change-post.ts';
import type { PostRow } from '../../../shared/db/posts/load-posts.ts';
import { dropUnchanged } from './drop-unchanged.ts';

const tag = (userId: string, x = 0.5) => ({ mediaId: 'm1', userId, x, y: 0.5, username: userId });
const post = {
  caption: 'One',
  latitude: 48.85,
  longitude: 2.29,
  locationName: 'Paris',
  hideLikes: false,
  commentsOff: true,
  mediaIds: ['m1', 'm2'],
  people: [tag('ann'), tag('ben')],
} as PostRow;
const altTexts = new Map([['m1', 'A door']]);
const edited = (edit: PostEdit) => dropUnchanged(post, altTexts, edit);
const named = { hashtags: [], mentions: [] };

it('finds no change in what is there already', () => {
  for (const edit of [
    {},
    { caption: 'One', ...named },
    { location: { lat: 48.85, lon: 2.29, name: 'Paris' } },
    { hideLikes: false, commentsOff: true },
    { mediaIds: ['m1', 'm2'], people: [tag('ben'), { ...tag('ann'), username: 'renamed' }] },
    { altTexts: { m1: 'A door' } },
  ]) {
    expect(edited(edit), JSON.stringify(edit)).toBeUndefined();
  }
  expect(dropUnchanged({ ...post, locationName: null }, altTexts, { location: null })).toBeUndefined();
});

it('keeps what differs', () => {
  for (const edit of [
    { caption: 'Two', ...named },
    { caption: '', ...named },
    { location: null },
    { location: { lat: 48.85, lon: 2.29, name: 'Here' } },
    { hideLikes: true },
    { commentsOff: false },
    { mediaIds: ['m2', 'm1'] },
    { people: [] },
    { people: [tag('ann'), tag('ben', 0.6)] },
    { altTexts: { m1: '' } },
  ]) {
    expect(edited(edit)).toEqual(edit);
  }
  expect(edited({ caption: 'One', ...named, commentsOff: false, altTexts: { m1: 'A door', m2: 'A bay' } })).toEqual({
    commentsOff: false,
    altTexts: { m2: 'A bay' },
  });
});
