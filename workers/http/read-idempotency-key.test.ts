import { HonoRequest } from 'hono/request';
import { describe, expect, it } from 'vitest';
import { readIdempotencyKey } from './read-idempotency-key.ts';

function read(key?: string): string | undefined {
  const headers = key === undefined ? {} : { 'Idempotency-Key': key };
  return readIdempotencyKey({ req: new HonoRequest(new Request('https://rimlight.test', { headers })) });
}

describe('the key of a request', () => {
  it.each([
    ['abc', 'abc'],
    ['"abc"', 'abc'],
    ['8e03978e-40d5-43dd-bc93-6894a57f9324', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
    ['"8e03978e-40d5-43dd-bc93-6894a57f9324"', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
    ['a\\b', 'a\\b'],
    ['"a\\\\b"', 'a\\b'],
    ['"a\\"b"', 'a"b'],
    [`"${'x'.repeat(255)}"`, 'x'.repeat(255)],
  ])('%s is %s', (header, key) => expect(read(header)).toBe(key));

  it('may be missing', () => expect(read()).toBeUndefined());

  it.each([
    '',
    '"',
    '""',
    '"abc',
    'abc"',
    'a"b',
    'a b',
    '"a b"',
    '"a\\b"',
    '"a\\"',
    '""abc""',
    '"abc";a=1',
    'x'.repeat(256),
  ])('%s is none', (header) => expect(() => read(header)).toThrow('Idempotency-Key: has 1 to 255'));
});
