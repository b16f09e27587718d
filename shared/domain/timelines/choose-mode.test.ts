import { expect, it } from 'vitest';
import { chooseModeChange, isPushed } from './choose-mode.ts';

it('changes mode above the threshold, and back only well below it', () => {
  expect(chooseModeChange('push', 10, 10)).toBeNull();
  expect(chooseModeChange('push', 11, 10)).toBe('to-pull');
  expect(chooseModeChange('pull', 9, 10)).toBeNull();
  expect(chooseModeChange('pull', 8, 10)).toBe('to-push');
});

it('pushes until every cell knows, and again from the moment a cell may no longer pull', () => {
  expect((['push', 'to-pull', 'to-push'] as const).every(isPushed)).toBe(true);
  expect(isPushed('pull')).toBe(false);
  for (const mode of ['to-pull', 'to-push'] as const) {
    expect(chooseModeChange(mode, 0, 10)).toBeNull();
    expect(chooseModeChange(mode, 99, 10)).toBeNull();
  }
});
