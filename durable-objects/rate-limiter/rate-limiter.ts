import { DurableObject } from 'cloudflare:workers';
import { takeAttempt, type Verdict } from '../../shared/domain/limits/take-attempt.ts';
import { runMigrations } from '../run-migrations.ts';
import { type Attempt, forgetOld, keepAttempts, loadLogs } from './attempt-store.ts';
import { migrations } from './migrations.ts';

/**
 * Limits of this size and more are written behind: nobody waits for the commit of a like's attempt. A crash forgets the
 * last moments of hundreds; an eviction forgets none, since an object is idle for 10 s before it.
 */
const WRITE_BEHIND_FROM = 500;
const WRITE_BEHIND_MS = 2_000;

/**
 * Counts the attempts of one user or one address: one object a subject, so that parallel requests are counted one by one.
 * It decides in memory and writes each allowed attempt once; a new instance reads them back.
 */
export class RateLimiter extends DurableObject {
  /** Null until the attempts are read, and again when the storage was emptied. */
  #logs: Map<string, number[]> | null = null;
  #unwritten: Attempt[] = [];
  #alarmIsSet = false;

  /**
   * Counts an attempt at `action`, or several `times` together, unless that makes more than `attempts` in the last
   * `windowMs`; `now` is Unix ms.
   */
  async take(action: string, attempts: number, windowMs: number, now: number, times = 1): Promise<Verdict> {
    const log = this.#log(action);
    // Callers' clocks differ a little; the log stays in order.
    const at = Math.max(now, log.at(-1) ?? now);
    const verdict = takeAttempt(log, { attempts, windowMs }, at, times);
    if (verdict.allowed) {
      const first = this.#unwritten.length === 0;
      for (let time = 0; time < times; time++) this.#unwritten.push({ action, at, expiresAt: at + windowMs });
      if (attempts < WRITE_BEHIND_FROM) await this.#write();
      else if (first) setTimeout(() => this.#write(), WRITE_BEHIND_MS);
    }
    return verdict;
  }

  /** Answers when the object runs. */
  ping(): void {}

  /** Once a window at most: forgets what is over, and gives the storage back when nothing is left. */
  override async alarm(): Promise<void> {
    this.#alarmIsSet = false;
    this.#open();
    await this.#write();
    const last = forgetOld(this.ctx.storage.sql, Date.now());
    if (last !== null) return this.#wakeAt(last);
    await this.ctx.blockConcurrencyWhile(async () => {
      this.#logs = null;
      await this.ctx.storage.deleteAll();
    });
  }

  #log(action: string): number[] {
    const logs = this.#open();
    const log = logs.get(action) ?? [];
    logs.set(action, log);
    return log;
  }

  #open(): Map<string, number[]> {
    if (!this.#logs) {
      runMigrations(this.ctx.storage, migrations);
      this.#logs = loadLogs(this.ctx.storage.sql);
    }
    return this.#logs;
  }

  /** Writes what is counted and not yet kept, in one statement. */
  async #write(): Promise<void> {
    const attempts = this.#unwritten;
    if (attempts.length === 0) return;
    this.#unwritten = [];
    keepAttempts(this.ctx.storage.sql, attempts);
    await this.#wakeAt(Math.max(...attempts.map(({ expiresAt }) => expiresAt)));
  }

  /** Asks storage about the alarm once an instance; after that it is known. */
  async #wakeAt(time: number): Promise<void> {
    if (this.#alarmIsSet) return;
    this.#alarmIsSet = true;
    if ((await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(time);
  }
}
