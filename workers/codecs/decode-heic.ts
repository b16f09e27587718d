import createDecoder, { type HeifModule } from 'libheif-js/libheif-wasm/libheif.js';
import decoder from 'libheif-js/libheif-wasm/libheif.wasm';
import { Turns } from '../../shared/domain/caching/turns.ts';
import type { Pixels } from '../../shared/domain/media/pixels.ts';

/** libheif's loader takes a runtime that knows `process` for Node, and reads this global of it. */
const loaderGlobals: { __dirname?: string } = globalThis;

/** The largest picture takes some seconds; whoever has not decoded by then was broken off. */
const LOST_AFTER_MS = 10_000;
/** One picture at a time: each takes a large part of an isolate's memory. */
const turns = new Turns(LOST_AFTER_MS);

/**
 * Decodes the main picture of a HEIC file, turned as its `irot` and `imir` say. Cloudflare Images reads HEIC by itself;
 * this is for where it does not, as in its emulation. Null for what libheif cannot decode.
 */
export function decodeHeic(bytes: Uint8Array): Promise<Pixels | null> {
  return turns.take(() => decode(bytes));
}

async function decode(bytes: Uint8Array): Promise<Pixels | null> {
  loaderGlobals.__dirname ??= '/';
  // The memory of an instance never shrinks, so none is kept.
  const { HeifDecoder, heif_context_free: free }: HeifModule = await createDecoder({ instantiateWasm });
  const context = new HeifDecoder();
  const images = context.decode(bytes);
  try {
    const image = images.find((candidate) => candidate.is_primary()) ?? images[0];
    if (!image) return null;
    const [width, height] = [image.get_width(), image.get_height()];
    const target = { width, height, data: new Uint8ClampedArray(width * height * 4) };
    const shown = await new Promise<boolean>((resolve) => image.display(target, (result) => resolve(result !== null)));
    return shown ? { ...target, hasAlpha: false } : null;
  } finally {
    for (const image of images) image.free();
    free(context.decoder);
  }
}

/** Workers take WebAssembly as compiled modules only, never as bytes. */
function instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
  const instance = new WebAssembly.Instance(decoder, imports);
  done(instance);
  return instance.exports;
}
