import { expect, it } from 'vitest';
import type { HeldCode } from '../../../../shared/contracts/index.ts';
import { aComment } from './a-comment.ts';
import { commentRights } from './comment-rights.ts';
import { describeHeld } from './describe-held.ts';

const mira = { id: '0000000000009', username: 'mira' };
const noor = { id: '0000000000008', username: 'noor' };
const held = (code: HeldCode) => aComment({ status: 'held', held: { code, message: 'A reason.' } });

it('tells its writer who else sees it, why, and whose approval it waits for', () => {
  expect(describeHeld(held('hidden-word'), noor, mira.id)).toBe(
    'Only you and noor see this comment. A reason. It waits for noor to approve it.',
  );
});

it('tells the author of the post that it is up to them', () => {
  expect(describeHeld(held('repeated-text'), noor, noor.id)).toBe(
    'Only you and mira see this comment. A reason. It waits for you to approve it.',
  );
});

it('promises no approval where there is none: what the words of the operator hold back stays so', () => {
  expect(describeHeld(held('blocked-word'), noor, mira.id)).toBe('Only you and noor see this comment. A reason.');
  expect(describeHeld(held('blocked-word'), mira, mira.id)).toBe('Only you see this comment. A reason.');
  expect(commentRights(held('blocked-word'), true).canApprove).toBe(false);
  expect(commentRights(held('hidden-word'), true).canApprove).toBe(true);
});
