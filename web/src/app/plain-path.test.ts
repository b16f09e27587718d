import { expect, it } from 'vitest';
import { plainPath } from './plain-path.ts';

it('leaves a path as it is', () => {
  for (const path of ['/', '/settings', '/@mara', '/p/0000000000000']) expect(plainPath(path)).toBe(path);
});

it('shows an @ as people write it, and no slash at the end', () => {
  expect(plainPath('/%40mara')).toBe('/@mara');
  expect(plainPath('/%40mara/followers/')).toBe('/@mara/followers');
  expect(plainPath('/tags/light//')).toBe('/tags/light');
  expect(plainPath('//')).toBe('/');
});
