import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ParsedResponse, ResponseParser } from './response-parser.ts';

const LENGTH = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 11\r\n\r\nhello world';
const CHUNKED = 'HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nhello \r\n5\r\nworld\r\n0\r\n\r\n';
const EMPTY = 'HTTP/1.1 204 No Content\r\nServer: x\r\n\r\n';

/** Feeds `wire` in pieces that end at `cuts`. */
function parse(wire: string, cuts: number[]): ParsedResponse[] {
  const responses: ParsedResponse[] = [];
  const parser = new ResponseParser((response) => responses.push(response));
  parser.keepBody = true;
  const bytes = Buffer.from(wire);
  const ends = [...new Set(cuts.map((cut) => cut % bytes.length)), bytes.length].sort((a, b) => a - b);
  let from = 0;
  for (const end of ends) {
    if (end > from) parser.push(bytes.subarray(from, end));
    from = end;
  }
  return responses;
}

describe('the response parser', () => {
  it('reads one response however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.constantFrom(LENGTH, CHUNKED, EMPTY), fc.array(fc.nat(500), { maxLength: 12 }), (wire, cuts) => {
        const [response, ...more] = parse(wire, cuts);
        const isEmpty = wire === EMPTY;
        expect(more).toEqual([]);
        expect(response?.status).toBe(isEmpty ? 204 : wire === CHUNKED ? 201 : 200);
        expect(response?.body?.toString()).toBe(isEmpty ? '' : 'hello world');
        expect(response?.bodyBytes).toBe(isEmpty ? 0 : 11);
      }),
    );
  });

  it('reads the next response on the same connection', () => {
    const responses: number[] = [];
    const parser = new ResponseParser(({ status }) => responses.push(status));
    for (const wire of [LENGTH, CHUNKED, EMPTY, LENGTH]) parser.push(Buffer.from(wire));
    expect(responses).toEqual([200, 201, 204, 200]);
  });
});
