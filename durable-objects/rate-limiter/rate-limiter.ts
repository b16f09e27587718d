import { DurableObject } from 'cloudflare:workers';
import { runMigrations } from '../run-migrations.ts';
import { forgetOld } from './forget-old.ts';
import { migrations } from './migrations.ts';
import { takeAttempt, type Verdict } from './take-attempt.ts';

/** Counts the attempts of one user or one address. One object a subject, so parallel requests are counted one by one. */
export class RateLimiter extends DurableObject {
  constructor(ctx: DurableObjectState, env: Cloudflare.Env) {
    super(ctx, env);
    runMigrations(ctx.storage, migrations);
  }

  /** Counts one attempt at `action` unless `attempts` were made in the last `windowMs`; times are Unix ms. */
  async take(action: string, attempts: number, windowMs: number, now: number): Promise<Verdict> {
    const verdict = takeAttempt(this.ctx.storage.sql, { action, attempts, windowMs, now });
    if ((await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(now + windowMs);
    return verdict;
  }

  /** Answers when the object runs. */
  ping(): void {}

  override async alarm(): Promise<void> {
    const next = forgetOld(this.ctx.storage.sql, Date.now());
    if (next !== null) await this.ctx.storage.setAlarm(next);
  }
}
