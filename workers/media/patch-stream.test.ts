import fc from 'fast-check';
import { expect, it } from 'vitest';
import { patchStream } from './patch-stream.ts';

it('patches the same bytes however the stream is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 30, maxLength: 200 }),
      fc.integer({ min: 1, max: 50 }),
      async (bytes, step) => {
        const patches = [
          { at: 3, length: 5 },
          { at: 12, length: 9, head: [7, 8, 9] },
          { at: 14, length: 2 },
        ];
        const expected = bytes.slice();
        expected.fill(0, 3, 8);
        expected.fill(0, 12, 21);
        expected.set([7, 8], 12);
        const source = new ReadableStream<Uint8Array>({
          start(controller) {
            for (let at = 0; at < bytes.length; at += step) controller.enqueue(bytes.slice(at, at + step));
            controller.close();
          },
        });
        const result = await new Response(source.pipeThrough(patchStream(patches)) as ReadableStream).arrayBuffer();
        expect(new Uint8Array(result)).toEqual(expected);
      },
    ),
  );
});
