import { ByteReader, EndOfBytes } from './byte-reader.ts';

/** The bytes from `start` to before `end`. */
export type ReadRange = (start: number, end: number) => Promise<Uint8Array>;

/** Read ahead: a film's headers lie together, its frames are jumped over. */
const WINDOW_BYTES = 256 * 1_024;
/** Twice what a recording of 250 MB needs that says no lengths; what asks for more was made to keep us busy. */
const MAX_READS = 2_000;

/** A large file that is read here and there: keeps the last piece, and ends in `EndOfBytes` past the file's end. */
export class ByteWindow {
  readonly size: number;
  readonly #read: ReadRange;
  #start = 0;
  #bytes: Uint8Array = new Uint8Array();
  #reads = 0;

  constructor(read: ReadRange, size: number) {
    this.#read = read;
    this.size = size;
  }

  /** The `length` bytes at `at`. */
  async get(at: number, length: number): Promise<ByteReader> {
    if (at < 0 || length < 0 || at + length > this.size) throw new EndOfBytes();
    if (at < this.#start || at + length > this.#start + this.#bytes.length) await this.#move(at, length);
    const from = at - this.#start;
    return new ByteReader(this.#bytes.subarray(from, from + length));
  }

  /** At most `length` bytes at `at`, fewer at the file's end. */
  getUpTo(at: number, length: number): Promise<ByteReader> {
    return this.get(at, Math.min(length, Math.max(0, this.size - at)));
  }

  async #move(at: number, length: number): Promise<void> {
    this.#reads += 1;
    if (this.#reads > MAX_READS) throw new EndOfBytes();
    this.#bytes = await this.#read(at, Math.min(this.size, at + Math.max(length, WINDOW_BYTES)));
    this.#start = at;
    if (this.#bytes.length < length) throw new EndOfBytes();
  }
}
