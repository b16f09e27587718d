import { eq } from 'drizzle-orm';
import type { UserSettings } from '../../contracts/index.ts';
import { userSettings } from '../schema/index.ts';
import type { ShardRouter } from '../shard-router.ts';

const DEFAULTS: UserSettings = { taggableBy: 'everyone', hiddenWords: [] };

/** What a user chose, or the defaults. */
export async function loadSettings(shards: ShardRouter, userId: string): Promise<UserSettings> {
  const { db } = shards.forId(userId);
  const row = await db.select().from(userSettings).where(eq(userSettings.userId, userId)).get();
  return row ? { taggableBy: row.taggableBy, hiddenWords: row.hiddenWords } : DEFAULTS;
}

/** Changes what is given and answers the whole. */
export async function changeSettings(
  shards: ShardRouter,
  userId: string,
  change: { [Field in keyof UserSettings]?: UserSettings[Field] | undefined },
  now: number,
): Promise<UserSettings> {
  const fields = { ...change, updatedAt: now };
  const { db } = shards.forId(userId);
  const [row] = await db
    .insert(userSettings)
    .values({ userId, ...fields })
    .onConflictDoUpdate({ target: userSettings.userId, set: fields })
    .returning();
  if (!row) throw new Error('the settings were not returned');
  return { taggableBy: row.taggableBy, hiddenWords: row.hiddenWords };
}
