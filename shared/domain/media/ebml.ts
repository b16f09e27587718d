import { type ByteReader, EndOfBytes } from './byte-reader.ts';

/** Ids of Matroska elements, https://www.matroska.org/technical/elements.html */
export const ID = {
  ebml: 0x1a45dfa3,
  segment: 0x18538067,
  seekHead: 0x114d9b74,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  muxingApp: 0x4d80,
  writingApp: 0x5741,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackType: 0x83,
  trackName: 0x536e,
  codecId: 0x86,
  codecName: 0x258688,
  encodings: 0x6d80,
  encoding: 0x6240,
  encryption: 0x5035,
  video: 0xe0,
  pixelWidth: 0xb0,
  pixelHeight: 0xba,
  cues: 0x1c53bb6b,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
  tags: 0x1254c367,
  attachments: 0x1941a469,
  chapters: 0x1043a770,
  crc: 0xbf,
  void: 0xec,
} as const;

/** A header is an id of at most 4 and a size of at most 8 bytes. */
export const MAX_HEADER = 12;

/** Offsets of an element's header, body and end; the end of one that does not say is infinite. */
export type Element = { id: number; at: number; body: number; end: number };

/** The header at `offset` of `reader`, which is at `at` of what the element's own offsets count in. */
export function readElement(reader: ByteReader, offset: number, at: number): Element {
  const idLength = Math.clz32(reader.u8(offset)) - 23;
  if (idLength > 4) throw new EndOfBytes();
  const sizeLength = Math.clz32(reader.u8(offset + idLength)) - 23;
  if (sizeLength > 8) throw new EndOfBytes();
  const id = readUint(reader, offset, idLength);
  const size = readSize(reader, offset + idLength, sizeLength);
  const body = at + idLength + sizeLength;
  const unknown = size >= 2 ** (7 * sizeLength) - 1;
  return { id, at, body, end: unknown ? Number.POSITIVE_INFINITY : body + size };
}

/** The elements between two offsets. Throws `EndOfBytes` when one passes the end. */
export function listElements(reader: ByteReader, from: number, to: number): Element[] {
  const elements: Element[] = [];
  for (let at = from; at < to; ) {
    const element = readElement(reader, at, at);
    if (element.end > to) throw new EndOfBytes();
    elements.push(element);
    at = element.end;
  }
  return elements;
}

export function findElement(elements: readonly Element[], id: number): Element | undefined {
  return elements.find((element) => element.id === id);
}

/** The whole number that an element holds. */
export function uintOf(reader: ByteReader, elements: readonly Element[], id: number): number | undefined {
  const element = findElement(elements, id);
  return element && readUint(reader, element.body, Math.min(8, element.end - element.body));
}

export function textOf(reader: ByteReader, elements: readonly Element[], id: number): string {
  const element = findElement(elements, id);
  return element ? reader.text(element.body, Math.min(64, element.end - element.body)) : '';
}

/** The number of 4 or 8 bytes that an element holds; 0 of any other length. */
export function floatOf(reader: ByteReader, elements: readonly Element[], id: number): number {
  const element = findElement(elements, id);
  const size = element ? element.end - element.body : 0;
  if (!element || (size !== 4 && size !== 8) || element.end > reader.length) return 0;
  const view = new DataView(reader.bytes.buffer, reader.bytes.byteOffset, reader.length);
  return size === 8 ? view.getFloat64(element.body) : view.getFloat32(element.body);
}

function readUint(reader: ByteReader, at: number, length: number): number {
  let value = 0;
  for (let index = 0; index < length; index++) value = value * 256 + reader.u8(at + index);
  return value;
}

/** A length without the bit that marks how many bytes it takes: with it, eight bytes pass what a number can hold. */
function readSize(reader: ByteReader, at: number, length: number): number {
  let value = reader.u8(at) & (0xff >> length);
  for (let index = 1; index < length; index++) value = value * 256 + reader.u8(at + index);
  return value;
}
