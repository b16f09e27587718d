import type { NotificationChoice, NotificationKind, NotificationPreferences } from '../../contracts/index.ts';
import { isParted } from '../visibility/can-see-posts.ts';

export const DEFAULT_PREFERENCES: NotificationPreferences = {
  likes: 'everyone',
  comments: 'everyone',
  mentions: 'everyone',
  tags: 'everyone',
  reposts: 'everyone',
  follows: 'everyone',
};

/** The preference that governs a kind; none of what somebody waits for an answer to. */
const PREFERENCE_OF: Record<NotificationKind, keyof NotificationPreferences | null> = {
  like: 'likes',
  'comment-like': 'likes',
  comment: 'comments',
  reply: 'comments',
  mention: 'mentions',
  tag: 'tags',
  repost: 'reposts',
  follow: 'follows',
  'follow-request': null,
  'follow-accepted': null,
};

/** How a person stands to somebody who did something. */
export type ActorStanding = { following: boolean; blocking: boolean; blockedBy: boolean; muting: boolean };

/** Whether a person hears of this somebody at all: no block parts them, and a mute holds but for requests and answers. */
export function mayHearOf(kind: NotificationKind, standing: ActorStanding): boolean {
  if (isParted(standing)) return false;
  return !standing.muting || PREFERENCE_OF[kind] === null;
}

/** Whether a person chose to hear of it. */
export function wantsToHear(kind: NotificationKind, followed: boolean, preferences: NotificationPreferences): boolean {
  const preference = PREFERENCE_OF[kind];
  const choice: NotificationChoice = preference === null ? 'everyone' : preferences[preference];
  return choice === 'everyone' || (choice === 'following' && followed);
}
