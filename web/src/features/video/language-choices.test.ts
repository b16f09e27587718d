import { expect, it } from 'vitest';
import { languageChoices } from './language-choices.ts';

it('offers one’s own languages first, each by its own name', () => {
  const choices = languageChoices(['de-CH', 'en-GB', 'de']);
  expect(choices.slice(0, 2)).toEqual([
    { tag: 'de', name: 'Deutsch' },
    { tag: 'en', name: 'English' },
  ]);
  expect(new Set(choices.map(({ tag }) => tag)).size).toBe(choices.length);
});
