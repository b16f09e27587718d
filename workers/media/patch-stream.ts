import type { Patch } from '../../shared/domain/media/film.ts';

/** Writes patches over the bytes that pass by. `patches` are in the order of the file and may overlap. */
export function patchStream(patches: readonly Patch[]): TransformStream<Uint8Array, Uint8Array> {
  let position = 0;
  let open: Patch[] = [];
  let next = 0;
  return new TransformStream({
    transform(chunk, controller) {
      const end = position + chunk.length;
      for (let patch = patches[next]; patch && patch.at < end; patch = patches[next]) {
        open.push(patch);
        next += 1;
      }
      const copy = open.length > 0 ? chunk.slice() : chunk;
      for (const patch of open) write(copy, position, patch);
      open = open.filter(({ at, length }) => at + length > end);
      position = end;
      controller.enqueue(copy);
    },
  });
}

/** The part of a patch that falls into a chunk at `position`. */
function write(chunk: Uint8Array, position: number, { at, length, head = [] }: Patch): void {
  const from = Math.max(at, position);
  const to = Math.min(at + length, position + chunk.length);
  if (to <= from) return;
  chunk.fill(0, from - position, to - position);
  const bytes = head.slice(from - at, Math.max(from - at, Math.min(to - at, head.length)));
  chunk.set(bytes, from - position);
}
