import { describe, expect, it } from 'vitest';
import { type CommentFacts, holdsLink, isRepeatable, judgeComment } from './judge-comment.ts';

const FACTS: CommentFacts = {
  text: 'What a light!',
  ownPost: false,
  operatorWords: ['turnip'],
  ownerWords: ['beet'],
  repeated: false,
  newAccount: false,
};

describe('a comment', () => {
  it.each([
    ['is fine', {}, null],
    ['with an operator’s word', { text: 'you turnip' }, 'blocked-word'],
    ['with a word of the post’s author', { text: 'you beet' }, 'hidden-word'],
    ['written again and again', { repeated: true }, 'repeated-text'],
    ['with a link by a new account', { text: 'see example.com', newAccount: true }, 'link-by-new-account'],
    ['with a link by an older account', { text: 'see example.com' }, null],
    ['with a link on one’s own post', { text: 'see example.com', newAccount: true, ownPost: true }, null],
    ['with an operator’s word on one’s own post', { text: 'turnip', ownPost: true }, 'blocked-word'],
    ['with one’s own hidden word on one’s own post', { text: 'beet', ownPost: true }, null],
  ] as const)('%s', (_, facts, verdict) => {
    expect(judgeComment({ ...FACTS, ...facts })).toBe(verdict);
  });
});

it.each([
  ['https://example.com/x', true],
  ['go to EXAMPLE.co.uk/sale', true],
  ['www.example', true],
  ['shot on f.1.8 at 1.30', false],
  ['wow...nice', false],
  ['me@example.com', false],
  ['img_2031.jpg', false],
  ['@mira.okafor look', false],
])('whether "%s" holds a link: %s', (text, expected) => {
  expect(holdsLink(text)).toBe(expected);
});

it('lets short words be repeated, and no links', () => {
  expect([isRepeatable('Beautiful!'), isRepeatable('x.com'), isRepeatable('Buy my turnips')]).toEqual([
    true,
    false,
    false,
  ]);
});
