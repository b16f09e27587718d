import { and, eq } from 'drizzle-orm';
import { sessions, users } from '../schema/index.ts';
import type { ShardRouter } from '../shard-router.ts';
import type { UserRow } from './find-user.ts';
import type { NewSession } from './insert-session.ts';

export type NewAccount = Pick<
  UserRow,
  'id' | 'username' | 'email' | 'fullName' | 'passwordHash' | 'signUpKey' | 'cellId' | 'createdAt'
>;

/** Writes the account and its first session in one commit. Throws a clash when either id is taken. */
export async function insertAccount(shards: ShardRouter, account: NewAccount, session: NewSession): Promise<UserRow> {
  const { db } = shards.forId(account.id);
  const [[row]] = await db.batch([
    db
      .insert(users)
      .values({ ...account, updatedAt: account.createdAt })
      .returning(),
    db.insert(sessions).values(session),
  ]);
  if (!row) throw new Error('the account was not returned');
  return row;
}

/** Removes an account that lost its handles before anybody could see it. */
export async function deleteUnconfirmedAccount(shards: ShardRouter, account: NewAccount): Promise<void> {
  const { db } = shards.forId(account.id);
  await db.batch([
    db.delete(users).where(and(eq(users.id, account.id), eq(users.createdAt, account.createdAt))),
    db.delete(sessions).where(eq(sessions.userId, account.id)),
  ]);
}
