/** Thrown by readers when the bytes end before the structure does. */
export class EndOfBytes extends Error {}

/** Big- and little-endian reads that end in `EndOfBytes` instead of undefined. */
export class ByteReader {
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  u8(at: number): number {
    this.#need(at, 1);
    return this.#view.getUint8(at);
  }

  u16(at: number, littleEndian = false): number {
    this.#need(at, 2);
    return this.#view.getUint16(at, littleEndian);
  }

  u24le(at: number): number {
    return this.u16(at, true) + this.u8(at + 2) * 0x1_00_00;
  }

  u32(at: number, littleEndian = false): number {
    this.#need(at, 4);
    return this.#view.getUint32(at, littleEndian);
  }

  /** A 64-bit length; more than 2^53 is past any file's end, so it reads as the end of bytes. */
  u64(at: number): number {
    const value = this.u32(at) * 2 ** 32 + this.u32(at + 4);
    if (!Number.isSafeInteger(value)) throw new EndOfBytes();
    return value;
  }

  /** An unsigned big-endian integer of 0, 4 or 8 bytes, as HEIF writes them. */
  uint(at: number, size: number): number {
    if (size === 0) return 0;
    return size === 8 ? this.u64(at) : this.u32(at);
  }

  /** Four characters: the name of a chunk or box. */
  name(at: number): string {
    return this.text(at, 4);
  }

  text(at: number, length: number): string {
    this.#need(at, length);
    return String.fromCharCode(...this.bytes.subarray(at, at + length));
  }

  #need(at: number, size: number): void {
    if (at < 0 || at + size > this.bytes.length) throw new EndOfBytes();
  }
}
