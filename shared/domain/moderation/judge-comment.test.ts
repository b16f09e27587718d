import { describe, expect, it } from 'vitest';
import { type CommentFacts, judgeComment } from './judge-comment.ts';

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
