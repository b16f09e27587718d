import type { Variant } from '../../contracts/index.ts';
import { canSeePosts } from '../visibility/can-see-posts.ts';

export type MediaFacts = {
  ownerId: string;
  ownerActive: boolean;
  ownerPrivate: boolean;
  /** It is the owner's avatar now. */
  isAvatar: boolean;
  /** A published post, a story or an avatar shows it. */
  attached: boolean;
  /** `restricted`: a story for close friends, a message. */
  audience: 'account' | 'restricted';
  /** Kept back by moderation. */
  withheld: boolean;
};

export type ViewerFacts = {
  viewerId: string;
  follows: boolean;
  /** In either direction. */
  blocked: boolean;
  /** The resource that shows the medium vouched for this viewer with a signature. */
  vouched: boolean;
};

/** Avatars are public everywhere, but only as small as lists show them. */
const AVATAR_VARIANTS = new Set<Variant>(['thumb', 'profile']);

/** Whether anybody may see a medium: the answer is the same for all, so it may be cached. */
export function isPublicMedia(facts: MediaFacts, variant: Variant): boolean {
  if (!facts.ownerActive || facts.withheld) return false;
  if (facts.isAvatar && AVATAR_VARIANTS.has(variant)) return true;
  return facts.attached && facts.audience === 'account' && !facts.ownerPrivate;
}

/** Whether this viewer may see a medium: the one rule, for its bytes and its description alike. */
export function canSeeMedia(facts: MediaFacts, viewer: ViewerFacts): boolean {
  if (viewer.viewerId === facts.ownerId) return true;
  if (!facts.ownerActive || facts.withheld || viewer.blocked || !facts.attached) return false;
  if (facts.audience === 'restricted') return viewer.vouched;
  const owner = { id: facts.ownerId, isPrivate: facts.ownerPrivate };
  return canSeePosts(viewer.viewerId, owner, { following: viewer.follows });
}
