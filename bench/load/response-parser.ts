/** What the parser hands over when one response is complete. */
export interface ParsedResponse {
  status: number;
  bodyBytes: number;
  /** The body, only when the parser was asked to keep it. */
  body: Buffer | undefined;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const LINE_END = Buffer.from('\r\n');
const STATUS_AT = 'HTTP/1.1 '.length;

/**
 * Reads HTTP/1.1 responses off a keep-alive connection that never has more than one request under way.
 * It looks at the status and the body's length only, so that the generator leaves the cores to the server.
 */
export class ResponseParser {
  readonly #onResponse: (response: ParsedResponse) => void;
  #head: Buffer | undefined;
  #status = 0;
  #left = 0;
  #bodyBytes = 0;
  #chunked: Buffer | undefined;
  #kept: Buffer[] = [];
  #inBody = false;
  keepBody = false;

  constructor(onResponse: (response: ParsedResponse) => void) {
    this.#onResponse = onResponse;
  }

  /** Takes the next bytes; `data` may be reused by the caller afterwards. */
  push(data: Buffer): void {
    if (!this.#inBody) {
      const bytes = this.#head ? Buffer.concat([this.#head, data]) : data;
      const end = bytes.indexOf(HEAD_END);
      if (end === -1) {
        this.#head = Buffer.from(bytes);
        return;
      }
      this.#head = undefined;
      this.#readHead(bytes.toString('latin1', 0, end));
      this.#readBody(bytes.subarray(end + HEAD_END.length));
    } else this.#readBody(data);
  }

  #readHead(head: string): void {
    this.#status = Number(head.slice(STATUS_AT, STATUS_AT + 3));
    this.#inBody = true;
    this.#bodyBytes = 0;
    this.#kept = [];
    const lower = head.toLowerCase();
    const at = lower.indexOf('\r\ncontent-length:');
    if (at !== -1) {
      this.#chunked = undefined;
      this.#left = Number.parseInt(head.slice(at + '\r\ncontent-length:'.length), 10);
    } else if (lower.includes('\r\ntransfer-encoding: chunked')) {
      this.#chunked = Buffer.alloc(0);
      this.#left = 0;
    } else {
      this.#chunked = undefined;
      this.#left = 0;
    }
  }

  #readBody(data: Buffer): void {
    if (this.#chunked) {
      this.#readChunks(data);
      return;
    }
    this.#take(data);
    this.#left -= data.length;
    if (this.#left <= 0) this.#finish();
  }

  #readChunks(data: Buffer): void {
    let rest = this.#chunked?.length ? Buffer.concat([this.#chunked, data]) : data;
    for (;;) {
      const line = rest.indexOf(LINE_END);
      if (line === -1) break;
      const size = Number.parseInt(rest.toString('latin1', 0, line), 16);
      const whole = line + LINE_END.length + size + LINE_END.length;
      if (rest.length < whole) break;
      if (size === 0) {
        this.#chunked = undefined;
        this.#finish();
        return;
      }
      this.#take(rest.subarray(line + LINE_END.length, line + LINE_END.length + size));
      rest = rest.subarray(whole);
    }
    this.#chunked = Buffer.from(rest);
  }

  #take(data: Buffer): void {
    this.#bodyBytes += data.length;
    if (this.keepBody && data.length > 0) this.#kept.push(Buffer.from(data));
  }

  #finish(): void {
    this.#inBody = false;
    const body = this.keepBody ? Buffer.concat(this.#kept) : undefined;
    this.#kept = [];
    this.#onResponse({ status: this.#status, bodyBytes: this.#bodyBytes, body });
  }
}
