import { ByteReader } from './byte-reader.ts';

export type HeifExtent = { offset: number; length: number };
export type HeifItem = { id: number; type: string; extents: HeifExtent[] };
export type HeifProperty = { name: string; at: number; end: number };
export type HeifFile = { items: HeifItem[]; primaryId: number; primaryProperties: HeifProperty[] };

type Box = { name: string; body: number; end: number };

/** More items than any camera or phone writes. */
const MAX_ITEMS = 4_096;

/** Reads the item structure of AVIF and HEIC files (ISO/IEC 23008-12); null when there is no `meta` box. */
export function parseHeif(bytes: Uint8Array): HeifFile | null {
  const reader = new ByteReader(bytes);
  const meta = boxes(reader, 0, reader.length).find(({ name }) => name === 'meta');
  if (!meta) return null;
  const children = new Map(boxes(reader, meta.body + 4, meta.end).map((box) => [box.name, box]));
  const pitm = children.get('pitm');
  const iinf = children.get('iinf');
  const iloc = children.get('iloc');
  if (!pitm || !iinf || !iloc) return null;
  const primaryId = reader.u8(pitm.body) === 0 ? reader.u16(pitm.body + 4) : reader.u32(pitm.body + 4);
  const extents = readLocations(reader, iloc);
  const items = readTypes(reader, iinf).map(({ id, type }) => ({ id, type, extents: extents.get(id) ?? [] }));
  return { items, primaryId, primaryProperties: readProperties(reader, children.get('iprp'), primaryId) };
}

/** The boxes between two offsets. Size 0 reaches to the end; a box that passes the end is cut there. */
function boxes(reader: ByteReader, from: number, to: number): Box[] {
  const found: Box[] = [];
  for (let at = from; at + 8 <= to; ) {
    let size = reader.u32(at);
    let header = 8;
    if (size === 1) {
      size = reader.u64(at + 8);
      header = 16;
    }
    if (size === 0) size = to - at;
    if (size < header) break;
    found.push({ name: reader.name(at + 4), body: at + header, end: Math.min(at + size, to) });
    at += size;
  }
  return found;
}

function readTypes(reader: ByteReader, iinf: Box): { id: number; type: string }[] {
  const wide = reader.u8(iinf.body) > 0;
  return boxes(reader, iinf.body + (wide ? 8 : 6), iinf.end)
    .filter(({ name }) => name === 'infe')
    .slice(0, MAX_ITEMS)
    .map(({ body }) => {
      const version = reader.u8(body);
      const idBytes = version >= 3 ? 4 : 2;
      return { id: idBytes === 4 ? reader.u32(body + 4) : reader.u16(body + 4), type: reader.name(body + 6 + idBytes) };
    });
}

function readLocations(reader: ByteReader, iloc: Box): Map<number, HeifExtent[]> {
  const version = reader.u8(iloc.body);
  const sizes = reader.u16(iloc.body + 4);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version > 0 ? sizes & 15 : 0;
  const idSize = version === 2 ? 4 : 2;
  let at = iloc.body + 6;
  const read = (size: number): number => {
    const value = size === 2 ? reader.u16(at) : reader.uint(at, size);
    at += size;
    return value;
  };
  const locations = new Map<number, HeifExtent[]>();
  const count = Math.min(read(idSize), MAX_ITEMS);
  for (let item = 0; item < count; item++) {
    const id = read(idSize);
    const inFile = version === 0 || (read(2) & 15) === 0;
    at += 2;
    const base = read(baseSize);
    const extents: HeifExtent[] = [];
    const extentCount = read(2);
    for (let extent = 0; extent < extentCount; extent++) {
      read(indexSize);
      extents.push({ offset: base + read(offsetSize), length: read(lengthSize) });
    }
    locations.set(id, inFile ? extents : []);
  }
  return locations;
}

/** The properties that `ipma` gives the primary item, in order. */
function readProperties(reader: ByteReader, iprp: Box | undefined, primaryId: number): HeifProperty[] {
  if (!iprp) return [];
  const parts = boxes(reader, iprp.body, iprp.end);
  const ipco = parts.find(({ name }) => name === 'ipco');
  const ipma = parts.find(({ name }) => name === 'ipma');
  if (!ipco || !ipma) return [];
  const properties = boxes(reader, ipco.body, ipco.end).map(({ name, body, end }) => ({ name, at: body, end }));
  const wideIds = reader.u8(ipma.body) > 0;
  const wideIndexes = (reader.u8(ipma.body + 3) & 1) === 1;
  let at = ipma.body + 8;
  const entries = Math.min(reader.u32(ipma.body + 4), MAX_ITEMS);
  for (let entry = 0; entry < entries; entry++) {
    const id = wideIds ? reader.u32(at) : reader.u16(at);
    at += wideIds ? 4 : 2;
    const count = reader.u8(at);
    at += 1;
    const indexes: number[] = [];
    for (let index = 0; index < count; index++) {
      indexes.push(wideIndexes ? reader.u16(at) & 0x7fff : reader.u8(at) & 0x7f);
      at += wideIndexes ? 2 : 1;
    }
    if (id === primaryId) return indexes.flatMap((index) => properties[index - 1] ?? []);
  }
  return [];
}
