import { expect, it } from 'vitest';
import { splitLinks } from './split-links.ts';

const linksOf = (text: string) => splitLinks(text).flatMap(({ href }) => href ?? []);

it.each([
  ['see https://example.org/a?b=c, and go', ['https://example.org/a?b=c']],
  ['(http://example.org/x)', ['http://example.org/x']],
  ['https://a.example and https://b.example.', ['https://a.example', 'https://b.example']],
  ['javascript:alert(1) file:///etc ftp://x.example', []],
  ['https:// http://', []],
  ['no address', []],
])('finds the addresses of %j', (text, links) => {
  expect(linksOf(text)).toEqual(links);
  expect(
    splitLinks(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});
