import { and, eq, exists, inArray, isNotNull, notExists, sql } from 'drizzle-orm';
import type { Outcome } from '../../errors/index.ts';
import { commitBatch } from '../commit-batch.ts';
import type { OutboxItem } from '../outbox/outbox-work.ts';
import { oweWork } from '../outbox/owe-work.ts';
import { media, postMedia, users } from '../schema/index.ts';
import type { Shard, ShardRouter } from '../shard-router.ts';
import { findUser, type UserRow } from './find-user.ts';

export type ProfileChange = {
  fullName?: string | undefined;
  bio?: string | undefined;
  isPrivate?: boolean | undefined;
  /** Null removes the avatar. */
  avatarMediaId?: string | null | undefined;
};

export type ProfileRefusal = 'no-such-user' | 'no-such-photo' | 'photo-not-ready' | 'photo-failed';

/**
 * Changes what is given, in one commit: a new avatar is attached and the old one let go. Going public owes `outbox`: the
 * pending requests are accepted when that work is done.
 */
export async function updateProfile(
  shards: ShardRouter,
  userId: string,
  change: ProfileChange,
  outbox: OutboxItem,
  now: number,
): Promise<Outcome<UserRow, ProfileRefusal>> {
  const shard = shards.forId(userId);
  const { db } = shard;
  const { avatarMediaId } = change;
  const isAllowed = avatarMediaId ? exists(readyPhoto(db, userId, avatarMediaId)) : undefined;
  const changes = await commitBatch(shard, [
    // Before the update: it reads the avatar up to now.
    ...(avatarMediaId === undefined ? [] : moveAvatar(db, userId, avatarMediaId, now)),
    ...(change.isPrivate === false ? [oweWork(shard, outbox, now)] : []),
    db
      .update(users)
      .set({ ...change, updatedAt: now })
      .where(and(eq(users.id, userId), eq(users.status, 'active'), isAllowed)),
  ]);
  const row = changes.at(-1) === 1 ? await findUser(shards, userId) : undefined;
  return row ? { ok: true, value: row } : { ok: false, code: await findRefusal(shards, userId, avatarMediaId) };
}

/** Lets go of the old avatar, unless a post shows it, and takes the new one; nothing when the new one is refused. */
function moveAvatar(db: Shard['db'], userId: string, nextId: string | null, now: number) {
  const current = db
    .select({ id: users.avatarMediaId })
    .from(users)
    .where(and(eq(users.id, userId), isNotNull(users.avatarMediaId)));
  const shown = db.select({ id: postMedia.mediaId }).from(postMedia).where(eq(postMedia.mediaId, media.id));
  const isAllowed = nextId ? exists(readyPhoto(db, userId, nextId)) : undefined;
  return [
    db
      .update(media)
      .set({ attached: false, updatedAt: now })
      .where(and(inArray(media.id, current), sql`${media.id} IS NOT ${nextId}`, notExists(shown), isAllowed)),
    ...(nextId
      ? [
          db
            .update(media)
            .set({ attached: true, updatedAt: now })
            .where(inArray(media.id, readyPhoto(db, userId, nextId))),
        ]
      : []),
  ];
}

/** The photo, when it may be its owner's avatar. */
function readyPhoto(db: Shard['db'], ownerId: string, mediaId: string) {
  return db
    .select({ id: media.id })
    .from(media)
    .where(and(eq(media.id, mediaId), eq(media.ownerId, ownerId), eq(media.kind, 'photo'), eq(media.state, 'ready')));
}

async function findRefusal(
  shards: ShardRouter,
  userId: string,
  mediaId: string | null | undefined,
): Promise<ProfileRefusal> {
  if (!mediaId) return 'no-such-user';
  const photo = await shards
    .forId(mediaId)
    .db.select({ state: media.state })
    .from(media)
    .where(and(eq(media.id, mediaId), eq(media.ownerId, userId), eq(media.kind, 'photo')))
    .get();
  if (!photo || photo.state === 'deleted') return 'no-such-photo';
  if (photo.state === 'ready') return 'no-such-user';
  return photo.state === 'failed' ? 'photo-failed' : 'photo-not-ready';
}
