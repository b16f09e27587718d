import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Picture } from './shots.ts';

interface Order {
  picture: Picture;
  resolve(jpeg: Uint8Array): void;
  reject(error: Error): void;
}

const MOST_THREADS = 8;

/** Takes pictures on every core, in the order they were asked for; `close` ends the threads. */
export class PicturePool {
  readonly #waiting: Order[] = [];
  readonly #desks: Desk[];

  constructor(size = Math.min(MOST_THREADS, availableParallelism())) {
    this.#desks = Array.from({ length: size }, () => new Desk(this.#waiting));
  }

  /** The picture as a JPEG. */
  take(picture: Picture): Promise<Uint8Array> {
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    this.#waiting.push({ picture, resolve, reject });
    for (const desk of this.#desks) desk.begin();
    return promise;
  }

  async close(): Promise<void> {
    await Promise.all(this.#desks.map((desk) => desk.close()));
  }
}

/** One thread and the order it works on. */
class Desk {
  readonly #waiting: Order[];
  readonly #worker = new Worker(new URL('./picture-worker.ts', import.meta.url));
  #current: Order | undefined;

  constructor(waiting: Order[]) {
    this.#waiting = waiting;
    this.#worker.on('message', (jpeg: Uint8Array) => {
      this.#current?.resolve(jpeg);
      this.#current = undefined;
      this.begin();
    });
    this.#worker.on('error', (error) => {
      for (const order of [this.#current, ...waiting.splice(0)]) order?.reject(error as Error);
    });
  }

  begin(): void {
    if (this.#current) return;
    this.#current = this.#waiting.shift();
    if (this.#current) this.#worker.postMessage(this.#current.picture);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
