import { DurableObject } from 'cloudflare:workers';
import { runMigrations } from '../run-migrations.ts';
import { assignCell } from './assign-cell.ts';
import { migrations } from './migrations.ts';

/** Fills the timeline cells of one region and opens new ones. */
export class CellDirectory extends DurableObject {
  constructor(ctx: DurableObjectState, env: Cloudflare.Env) {
    super(ctx, env);
    runMigrations(ctx.storage, migrations);
  }

  /** The cell of a user, drawn once: asking again for the same user answers the same cell. */
  assign(userId: string, region: string, capacity: number): string {
    return this.ctx.storage.transactionSync(() => assignCell(this.ctx.storage.sql, { userId, region, capacity }));
  }
}
