import createDecoder, { type HeifModule } from 'libheif-js/libheif-wasm/libheif.js';
import decoder from 'libheif-js/libheif-wasm/libheif.wasm';
import type { Pixels } from '../../shared/domain/media/pixels.ts';

/** libheif's loader takes a runtime that knows `process` for Node, and reads this global of it. */
const loaderGlobals: { __dirname?: string } = globalThis;

let library: Promise<HeifModule> | undefined;

/**
 * Decodes the main picture of a HEIC file, turned as its `irot` and `imir` say. Cloudflare Images reads HEIC by itself;
 * this is for where it does not, as in its emulation. Null for what libheif cannot decode.
 */
export async function decodeHeic(bytes: Uint8Array): Promise<Pixels | null> {
  loaderGlobals.__dirname ??= '/';
  library ??= createDecoder({ instantiateWasm });
  const { HeifDecoder, heif_context_free: free } = await library;
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
