import { expect, it } from 'vitest';
import { dayOfKey, followDay, isGathered, noticeOf } from './notice.ts';

it('gathers followers by the day on which they came', () => {
  const noon = Date.UTC(2026, 2, 1, 12);
  const { key } = noticeOf.followers(noon);
  expect(noticeOf.followers(noon + 11 * 3_600_000).key).toBe(key);
  expect(noticeOf.followers(noon + 12 * 3_600_000).key).not.toBe(key);
  expect(dayOfKey(key)).toBe(followDay(noon));
});

it('tells a person once of a post or a comment, whatever it is to them', () => {
  expect(noticeOf.post('tag', 'p', 'a').key).toBe(noticeOf.post('mention', 'p', 'a').key);
  const ids = { commentId: 'c', postId: 'p', actorId: 'a' };
  expect(noticeOf.comment('reply', ids).key).toBe(noticeOf.comment('mention', ids).key);
  expect(noticeOf.commentLikes('c', 'p').key).not.toBe(noticeOf.comment('reply', ids).key);
});

it('brings back to the top what gathers, and nothing else', () => {
  expect(isGathered('like')).toBe(true);
  expect(isGathered('mention')).toBe(false);
});
