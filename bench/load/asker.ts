import { Connection } from './connection.ts';

/** Keeps one connection for questions outside the measured loops: checks, seeding, polling. */
export class Asker {
  readonly #port: number;
  #connection: Connection | undefined;

  constructor(port: number) {
    this.#port = port;
  }

  /** Sends one request and answers the status and the body as text. */
  async ask(request: Buffer): Promise<{ status: number; text: string }> {
    // Servers close what idles for seconds, as the publisher's does while a million timelines are written.
    if (!this.#connection?.isOpen) this.#connection = await Connection.open(this.#port);
    const response = await this.#connection.ask(request);
    return { status: response.status, text: response.body?.toString('utf8') ?? '' };
  }

  close(): void {
    this.#connection?.close();
    this.#connection = undefined;
  }
}
