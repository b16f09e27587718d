import { expect, it } from 'vitest';
import type { Draft } from '../../../../shared/contracts/index.ts';
import { isOnItsWay } from './draft-state.ts';

function aDraft(status: Draft['status'], ...media: Draft['media'][number]['status'][]): Draft {
  return { status, media: media.map((state) => ({ status: state })) } as Draft;
}

it('looks again at what waits, and at pictures that are still made', () => {
  expect(isOnItsWay(aDraft('waiting', 'ready'))).toBe(true);
  expect(isOnItsWay(aDraft('draft', 'ready', 'processing'))).toBe(true);
});

it('leaves alone what only its author moves on', () => {
  expect(isOnItsWay(aDraft('draft', 'ready'))).toBe(false);
  expect(isOnItsWay(aDraft('draft', 'pending'))).toBe(false);
  expect(isOnItsWay(aDraft('scheduled', 'ready'))).toBe(false);
  expect(isOnItsWay(aDraft('draft', 'failed'))).toBe(false);
});
