import { ByteReader } from './byte-reader.ts';
import type { Pixels } from './pixels.ts';
import { unfilterPng } from './unfilter-png.ts';

const GREY = 0;
const RGB = 2;
const PALETTE = 3;
const GREY_ALPHA = 4;
const RGBA = 6;
const CHANNELS: Record<number, number> = { [GREY]: 1, [RGB]: 3, [PALETTE]: 1, [GREY_ALPHA]: 2, [RGBA]: 4 };

type Header = { width: number; height: number; depth: number; colour: number };
type Tables = { palette: Uint8Array; transparency: Uint8Array | null };

/**
 * Decodes a PNG as image services write them: any colour type and depth, not interlaced. It reads what the Images
 * binding made, never what a person sent.
 */
export async function decodePng(bytes: Uint8Array): Promise<Pixels> {
  const reader = new ByteReader(bytes);
  const header: Header = { width: reader.u32(16), height: reader.u32(20), depth: reader.u8(24), colour: reader.u8(25) };
  if (reader.u8(28) !== 0) throw new Error('an interlaced PNG is not decoded');
  const parts: Uint8Array[] = [];
  const tables: Tables = { palette: new Uint8Array(), transparency: null };
  for (let at = 8; ; ) {
    const length = reader.u32(at);
    const name = reader.name(at + 4);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (name === 'IDAT') parts.push(data);
    if (name === 'PLTE') tables.palette = data;
    if (name === 'tRNS') tables.transparency = data;
    if (name === 'IEND') break;
    at += 12 + length;
  }
  const bitsPerPixel = (CHANNELS[header.colour] ?? 0) * header.depth;
  const raw = await inflate(parts);
  const rowBytes = Math.ceil((header.width * bitsPerPixel) / 8);
  const rows = unfilterPng(raw, rowBytes, header.height, Math.max(1, bitsPerPixel / 8));
  return toRgba(header, tables, rows, rowBytes);
}

async function inflate(parts: Uint8Array[]): Promise<Uint8Array> {
  const stream = new Blob(parts as Uint8Array<ArrayBuffer>[]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What image services write nearly always: 8-bit RGB or RGBA. */
function expandColour(width: number, height: number, rows: Uint8Array, channels: number): Pixels {
  const hasAlpha = channels === 4;
  if (hasAlpha) return { width, height, data: new Uint8ClampedArray(rows.buffer as ArrayBuffer), hasAlpha };
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let from = 0, to = 0; from < rows.length; from += 3, to += 4) {
    data[to] = rows[from] ?? 0;
    data[to + 1] = rows[from + 1] ?? 0;
    data[to + 2] = rows[from + 2] ?? 0;
  }
  return { width, height, data, hasAlpha };
}

function toRgba({ width, height, depth, colour }: Header, tables: Tables, rows: Uint8Array, rowBytes: number): Pixels {
  if (depth === 8 && (colour === RGBA || (colour === RGB && !tables.transparency))) {
    return expandColour(width, height, rows, CHANNELS[colour] ?? 0);
  }
  const data = new Uint8ClampedArray(width * height * 4);
  const hasAlpha = colour === RGBA || colour === GREY_ALPHA || tables.transparency !== null;
  const channels = CHANNELS[colour] ?? 1;
  const sample = sampler(rows, depth);
  const scale = colour === PALETTE || depth >= 8 ? 1 : 255 / (2 ** depth - 1);
  for (let y = 0, out = 0; y < height; y++) {
    for (let x = 0; x < width; x++, out += 4) {
      const at = (channel: number) => sample(y * rowBytes, x * channels + channel) * scale;
      if (colour === PALETTE) {
        const index = at(0);
        data[out] = tables.palette[index * 3] ?? 0;
        data[out + 1] = tables.palette[index * 3 + 1] ?? 0;
        data[out + 2] = tables.palette[index * 3 + 2] ?? 0;
        data[out + 3] = tables.transparency?.[index] ?? 255;
      } else {
        const grey = colour === GREY || colour === GREY_ALPHA;
        data[out] = at(0);
        data[out + 1] = grey ? at(0) : at(1);
        data[out + 2] = grey ? at(0) : at(2);
        data[out + 3] = colour === RGBA ? at(3) : colour === GREY_ALPHA ? at(1) : 255;
      }
    }
  }
  return { width, height, data, hasAlpha };
}

/** Reads the n-th sample of a row as its upper 8 bits, or as its few bits. */
function sampler(rows: Uint8Array, depth: number): (row: number, index: number) => number {
  if (depth === 8) return (row, index) => rows[row + index] ?? 0;
  if (depth === 16) return (row, index) => rows[row + index * 2] ?? 0;
  const perByte = 8 / depth;
  const mask = 2 ** depth - 1;
  return (row, index) => {
    const shift = 8 - depth * ((index % perByte) + 1);
    return ((rows[row + Math.floor(index / perByte)] ?? 0) >> shift) & mask;
  };
}
