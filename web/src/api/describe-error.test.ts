import { describe, expect, it } from 'vitest';
import { ApiError, NetworkError } from './api-error.ts';
import { describeError } from './describe-error.ts';

function anError(status: number, title: string, detail?: string, retryAfter?: number) {
  return new ApiError(
    { type: 'about:blank', title, status, code: 'x', requestId: 'r', ...(detail ? { detail } : {}) },
    retryAfter,
  );
}

describe('describeError', () => {
  it('says how long to wait when limited', () => {
    expect(describeError(anError(429, 'Too many requests', undefined, 45))).toContain('45 seconds');
    expect(describeError(anError(429, 'Too many requests', undefined, 1_800))).toContain('30 minutes');
    expect(describeError(anError(429, 'Too many requests', undefined, 7_200))).toContain('2 hours');
    expect(describeError(anError(429, 'Too many requests'))).toContain('later');
  });

  it('prefers the detail, ends with one full stop', () => {
    expect(describeError(anError(409, 'Conflict', 'You follow this person already'))).toBe(
      'You follow this person already.',
    );
    expect(describeError(anError(404, 'Not found'))).toBe('Not found.');
  });

  it('does not repeat what a server failure says', () => {
    expect(describeError(anError(500, 'Internal', 'SQLITE_BUSY'))).not.toContain('SQLITE');
  });

  it('names a lost connection', () => {
    expect(describeError(new NetworkError())).toContain('connection');
    expect(describeError(new TypeError('x'))).toContain('Something went wrong');
  });
});
