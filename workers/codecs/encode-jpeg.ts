import createEncoder, { type MozJPEGModule } from '@jsquash/jpeg/codec/enc/mozjpeg_enc.js';
import encoder from '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm';
import { defaultOptions } from '@jsquash/jpeg/meta.js';
import { initEmscriptenModule } from '@jsquash/jpeg/utils.js';
import type { Pixels } from '../../shared/domain/media/pixels.ts';

/** The tables of the JPEG standard's annex K, which every reader of a "quality" number means. */
const STANDARD_TABLES = 0;
const OPTIONS = { ...defaultOptions, quant_table: STANDARD_TABLES, progressive: true, optimize_coding: true };

/** The instance itself, not the promise of one: a request may not wait for another one's promise. */
let opened: MozJPEGModule | undefined;

/** Encodes opaque pixels as a progressive JPEG of exactly this quality, with nothing but the picture in it. */
export async function encodeJpeg({ data, width, height }: Pixels, quality: number): Promise<Uint8Array<ArrayBuffer>> {
  const instance = opened ?? (await initEmscriptenModule<MozJPEGModule>(createEncoder, encoder));
  opened = instance;
  return new Uint8Array(
    instance.encode(data as Uint8ClampedArray<ArrayBuffer>, width, height, { ...OPTIONS, quality }),
  );
}
