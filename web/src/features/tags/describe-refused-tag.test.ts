import { expect, it } from 'vitest';
import { ApiError } from '../../api/api-error.ts';
import { describeRefusedTag } from './describe-refused-tag.ts';

const PEOPLE = [{ username: 'mara' }, { username: 'juno' }];

function refusal(path: string, message: string): ApiError {
  const detail = `${path}: ${message}`;
  return new ApiError({
    type: 'about:blank',
    title: 'The request is not valid',
    status: 422,
    code: 'invalid',
    requestId: 'x',
    detail,
    errors: [{ path, message }],
  });
}

it('names whom a post may not tag', () => {
  const words = describeRefusedTag(refusal('people.1.userId', 'cannot be tagged'), PEOPLE);
  expect(words).toBe('juno cannot be tagged. Take that tag off to go on.');
});

it('says everything else as always', () => {
  const words = describeRefusedTag(refusal('caption', 'is too long'), PEOPLE);
  expect(words).toBe('caption: is too long.');
  expect(describeRefusedTag(refusal('people.7.userId', 'cannot be tagged'), PEOPLE)).toContain('cannot be tagged');
  expect(describeRefusedTag(new Error('?'), PEOPLE)).toBe('Something went wrong. Try again.');
});
