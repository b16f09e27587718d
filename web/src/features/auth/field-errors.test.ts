import { describe, expect, it } from 'vitest';
import { ApiError, NetworkError } from '../../api/api-error.ts';
import { asSentence, fieldErrorsOf } from './field-errors.ts';

const labels = { username: 'Username', email: 'E-mail', password: 'Password' };

function aProblem(code: string, status: number, errors?: { path: string; message: string }[]) {
  return new ApiError({
    type: 'about:blank',
    title: 'The username is taken',
    status,
    code,
    requestId: 'r',
    ...(errors ? { errors } : {}),
  });
}

describe('fieldErrorsOf', () => {
  it('puts each message at its field, the first one a field', () => {
    const error = aProblem('invalid-values', 422, [
      { path: 'username', message: 'needs at least 3 characters' },
      { path: 'username', message: 'may hold letters, digits, dots and underscores' },
      { path: '/email', message: 'is not an e-mail address' },
    ]);
    expect(fieldErrorsOf(error, labels)).toEqual({
      fields: { username: 'Username needs at least 3 characters.', email: 'E-mail is not an e-mail address.' },
      form: null,
    });
  });

  it('knows which field a code speaks of', () => {
    expect(fieldErrorsOf(aProblem('username-taken', 409), labels).fields.username).toBe('The username is taken.');
  });

  it('keeps the rest for the form', () => {
    expect(fieldErrorsOf(new NetworkError(), labels)).toEqual({ fields: {}, form: new NetworkError().message });
    expect(
      fieldErrorsOf(aProblem('invalid-values', 422, [{ path: 'other', message: 'is odd' }]), labels).form,
    ).toBeTruthy();
  });
});

it('makes sentences', () => {
  expect(asSentence('Username', 'needs 3')).toBe('Username needs 3.');
  expect(asSentence('Username', 'Required')).toBe('Required.');
});
