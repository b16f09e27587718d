import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Outcome } from '../../errors/index.ts';
import { media, postMedia, users } from '../schema/index.ts';
import type { Shard, ShardRouter } from '../shard-router.ts';
import type { UserRow } from './find-user.ts';

export type ProfileChange = {
  fullName?: string | undefined;
  bio?: string | undefined;
  isPrivate?: boolean | undefined;
  avatarMediaId?: string | null | undefined;
};

export type AvatarRefusal = 'no-such-photo' | 'photo-not-ready' | 'photo-failed';

/** Changes what is given. A new avatar is attached and the old one let go in the same commit. */
export async function updateProfile(
  shards: ShardRouter,
  userId: string,
  { avatarMediaId, ...change }: ProfileChange,
  now: number,
): Promise<Outcome<UserRow, AvatarRefusal | 'no-such-user'>> {
  const { db } = shards.forId(userId);
  const isUser = and(eq(users.id, userId), eq(users.status, 'active'));
  const fields = { ...change, updatedAt: now };
  if (avatarMediaId === undefined) {
    const [row] = await db.update(users).set(fields).where(isUser).returning();
    return row ? { ok: true, value: row } : { ok: false, code: 'no-such-user' };
  }
  const refusal = avatarMediaId === null ? null : await findRefusal(shards, userId, avatarMediaId);
  if (refusal) return { ok: false, code: refusal };
  const [, , [row]] = await db.batch([
    detachAvatar(db, userId, avatarMediaId),
    db
      .update(media)
      .set({ attached: true, updatedAt: now })
      .where(and(eq(media.id, avatarMediaId ?? ''), eq(media.attached, false))),
    db
      .update(users)
      .set({ ...fields, avatarMediaId })
      .where(isUser)
      .returning(),
  ]);
  return row ? { ok: true, value: row } : { ok: false, code: 'no-such-user' };
}

async function findRefusal(shards: ShardRouter, userId: string, mediaId: string): Promise<AvatarRefusal | null> {
  const { db } = shards.forId(mediaId);
  const photo = await db
    .select({ state: media.state })
    .from(media)
    .where(and(eq(media.id, mediaId), eq(media.ownerId, userId), eq(media.kind, 'photo')))
    .get();
  if (!photo || photo.state === 'deleted') return 'no-such-photo';
  if (photo.state === 'failed') return 'photo-failed';
  return photo.state === 'ready' ? null : 'photo-not-ready';
}

/** The avatar up to now becomes an orphan, unless it is the new one or a post shows it too. */
function detachAvatar(db: Shard['db'], userId: string, nextMediaId: string | null) {
  const current = db
    .select({ id: users.avatarMediaId })
    .from(users)
    .where(and(eq(users.id, userId), isNotNull(users.avatarMediaId)));
  return db
    .update(media)
    .set({ attached: false })
    .where(
      and(
        inArray(media.id, current),
        sql`${media.id} IS NOT ${nextMediaId}`,
        sql`NOT EXISTS (SELECT 1 FROM ${postMedia} WHERE ${postMedia.mediaId} = ${media.id})`,
      ),
    );
}
