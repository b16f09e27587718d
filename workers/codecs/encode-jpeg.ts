import encoder from '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm';
import encode, { init } from '@jsquash/jpeg/encode.js';
import type { Pixels } from '../../shared/domain/media/pixels.ts';

/** The tables of the JPEG standard's annex K, which every reader of a "quality" number means. */
const STANDARD_TABLES = 0;
const OPTIONS = { quant_table: STANDARD_TABLES, progressive: true, optimize_coding: true } as const;

let ready: Promise<void> | undefined;

/** Encodes opaque pixels as a progressive JPEG of exactly this quality, with nothing but the picture in it. */
export async function encodeJpeg({ data, width, height }: Pixels, quality: number): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= init(encoder);
  await ready;
  return new Uint8Array(await encode({ data, width, height }, { ...OPTIONS, quality }));
}
