import { connect, type Socket } from 'node:net';
import { type ParsedResponse, ResponseParser } from './response-parser.ts';

const READ_BUFFER_BYTES = 64 * 1024;

/** One keep-alive HTTP/1.1 connection with at most one request under way. */
export class Connection {
  readonly #socket: Socket;
  readonly #parser: ResponseParser;
  #waiting: ((response: ParsedResponse) => void) | undefined;
  #failed: ((error: Error) => void) | undefined;
  #closed = false;

  private constructor(port: number, onOpen: () => void, onError: (error: Error) => void) {
    this.#parser = new ResponseParser((response) => {
      const waiting = this.#waiting;
      this.#waiting = undefined;
      this.#failed = undefined;
      waiting?.(response);
    });
    // A buffer that is reused for every read: no allocation per response.
    const buffer = Buffer.allocUnsafe(READ_BUFFER_BYTES);
    this.#socket = connect({
      host: '127.0.0.1',
      port,
      noDelay: true,
      onread: {
        buffer,
        callback: (length) => {
          this.#parser.push(buffer.subarray(0, length));
          return true;
        },
      },
    });
    this.#socket.once('connect', onOpen);
    this.#socket.on('error', (error) => {
      onError(error);
      this.#fail(error);
    });
    this.#socket.on('close', () => this.#fail(new Error('the server closed the connection')));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const connection: Connection = new Connection(port, () => resolve(connection), reject);
    });
  }

  static openMany(port: number, count: number): Promise<Connection[]> {
    return Promise.all(Array.from({ length: count }, () => Connection.open(port)));
  }

  get isOpen(): boolean {
    return !this.#closed;
  }

  /** Sends one whole request and calls back with its response; the callback form keeps promises off the hot path. */
  send(request: Buffer, onResponse: (response: ParsedResponse) => void, onError: (error: Error) => void): void {
    if (this.#closed) {
      onError(new Error('the connection is closed'));
      return;
    }
    this.#waiting = onResponse;
    this.#failed = onError;
    this.#socket.write(request);
  }

  /** Sends one request and keeps the body of its response. */
  ask(request: Buffer): Promise<ParsedResponse> {
    this.#parser.keepBody = true;
    return new Promise<ParsedResponse>((resolve, reject) => this.send(request, resolve, reject)).finally(() => {
      this.#parser.keepBody = false;
    });
  }

  close(): void {
    this.#closed = true;
    this.#socket.destroy();
  }

  #fail(error: Error): void {
    this.#closed = true;
    const failed = this.#failed;
    this.#failed = undefined;
    this.#waiting = undefined;
    failed?.(error);
  }
}
