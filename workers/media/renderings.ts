import { SharedLoad } from '../../shared/domain/caching/shared-load.ts';
import { Turns } from '../../shared/domain/caching/turns.ts';
import { AppError } from '../../shared/errors/index.ts';

/** Pictures that may wait to be rendered in the background of one isolate; more than that are left to a later request. */
const MAX_WAITING = 16;
/** Work behind an answer ends with the request after 30 s: a rendering that has not ended by then never will. */
const LOST_AFTER_MS = 30_000;
/** How long people wait for somebody else's rendering, which takes a second or two, before they try for themselves. */
const JOIN_MS = 10_000;

const RENDERED = {};

/** Keeps work alive past the answer of its request. */
export type Background = (work: Promise<unknown>) => void;
type Running = { load: SharedLoad<object>; since: number };

/** The renderings of an isolate: each picture once at a time, those that nobody waits for one after the other. */
export class Renderings {
  readonly #running = new Map<string, Running>();
  readonly #joinMs: number;
  readonly #lostAfterMs: number;
  readonly #turns: Turns;

  constructor(joinMs = JOIN_MS, lostAfterMs = LOST_AFTER_MS) {
    this.#joinMs = joinMs;
    this.#lostAfterMs = lostAfterMs;
    this.#turns = new Turns(lostAfterMs);
  }

  /** Renders a picture, or waits for the request that does. That one goes on when its client goes away. */
  async now(key: string, background: Background, render: () => Promise<void>): Promise<void> {
    const running = this.#find(key);
    if (running) {
      if (await joinUnlessRefused(running.load, this.#joinMs)) return;
      // Somebody else who waited may have begun it anew.
      this.#drop(key, running);
      return this.now(key, background, render);
    }
    await this.#begin(key, background, render);
  }

  /** Renders a picture behind the answers, unless it is on its way or too many wait: AVIF takes a second of a core. */
  later(key: string, background: Background, render: () => Promise<void>): void {
    if (this.#find(key) || this.#count() >= MAX_WAITING) return;
    this.#begin(key, background, () => this.#turns.take(render)).catch((error) => {
      if (!isRefusal(error)) logFailedRender(key, error);
    });
  }

  #begin(key: string, background: Background, render: () => Promise<void>): Promise<unknown> {
    const running: Running = { load: new SharedLoad(), since: Date.now() };
    this.#running.set(key, running);
    const work = running.load
      .run(async () => {
        await render();
        return RENDERED;
      })
      .finally(() => this.#drop(key, running));
    background(work.catch(() => undefined));
    return work;
  }

  #find(key: string): Running | undefined {
    const running = this.#running.get(key);
    if (!running || Date.now() < running.since + this.#lostAfterMs) return running;
    this.#drop(key, running);
    return undefined;
  }

  #count(): number {
    for (const key of this.#running.keys()) this.#find(key);
    return this.#running.size;
  }

  #drop(key: string, running: Running): void {
    if (this.#running.get(key) === running) this.#running.delete(key);
  }
}

/** Somebody else's limit is nobody else's: who waits for a refused rendering tries for themselves. */
async function joinUnlessRefused(load: SharedLoad<object>, mostMs: number): Promise<object | undefined> {
  try {
    return await load.join(mostMs);
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/** Whether a rendering was one too many for its address. */
export function isRefusal(error: unknown): boolean {
  return error instanceof AppError && error.code === 'rate-limited';
}

/** A rendering that fails is tried again by the next request; until then another form is shown. */
export function logFailedRender(key: string, error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: the platform's log is the console.
  console.error(JSON.stringify({ event: 'render-failed', key, error: String(error) }));
}
