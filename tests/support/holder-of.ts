import type { Handle } from '../../shared/db/accounts/reserve-handle.ts';
import type { ShardRouter } from '../../shared/db/shard-router.ts';

/** The id of the account that holds a username or an e-mail address, reserved or confirmed. */
export function holderOf(shards: ShardRouter, { kind, value }: Handle): Promise<string | null> {
  return shards
    .forHandle(kind, value)
    .d1.prepare('SELECT user_id FROM handles WHERE kind = ? AND value = ?')
    .bind(kind, value)
    .first<string>('user_id');
}
