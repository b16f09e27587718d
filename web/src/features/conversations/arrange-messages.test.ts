import { expect, it } from 'vitest';
import { arrangeMessages } from './arrange-messages.ts';

const at = (senderId: string, day: number, hour: number, minute: number) => ({
  senderId,
  createdAt: new Date(2026, 2, day, hour, minute).toISOString(),
});
const marksOf = (...messages: ReturnType<typeof at>[]) =>
  arrangeMessages(messages).map(({ startsDay, startsGroup, endsGroup }) =>
    [startsDay && 'day', startsGroup && 'start', endsGroup && 'end'].filter(Boolean).join(' '),
  );

it('groups what one person writes within minutes', () => {
  expect(marksOf(at('ann', 1, 9, 0), at('ann', 1, 9, 2), at('ann', 1, 9, 4))).toEqual(['day start', '', 'end']);
});

it('begins anew with the other person, after a while, and on another day', () => {
  expect(marksOf(at('ann', 1, 9, 0), at('ben', 1, 9, 1), at('ben', 1, 9, 10), at('ben', 2, 9, 10))).toEqual([
    'day start end',
    'start end',
    'start end',
    'day start end',
  ]);
  expect(marksOf(at('ann', 1, 23, 59), at('ann', 2, 0, 1))).toEqual(['day start end', 'day start end']);
});

it('has nothing to arrange of nothing', () => {
  expect(arrangeMessages([])).toEqual([]);
});
