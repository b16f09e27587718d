import type { Variant } from '../../shared/contracts/index.ts';
import { findMediaAccess, loadStanding, type MediaAccess } from '../../shared/db/media/load-media-access.ts';
import { canSeeMedia, isPublicMedia } from '../../shared/domain/media/can-see-media.ts';
import type { Services } from '../services.ts';

/** How long this isolate takes a public medium for public: a block, a deletion or going private is felt after it at most. */
const REMEMBER_MS = 60_000;
const MAX_REMEMBERED = 50_000;

export type MediaVisitor = {
  viewerId: string | null;
  /** The viewer came with a signature of ours for this medium. */
  vouched: boolean;
};

/** `public`: the same for everybody, cacheable anywhere. `personal`: for this viewer only. */
export type Visibility = 'public' | 'personal';

const publicUntil = new Map<string, number>();

/** Whether the visitor may have a variant's bytes, and who else may; null when not, or when there is no such photo. */
export async function authorizeBytes(
  { shards }: Pick<Services, 'shards'>,
  mediaId: string,
  variant: Variant,
  visitor: MediaVisitor,
  now: number,
): Promise<Visibility | null> {
  const key = `${mediaId}/${variant}`;
  if ((publicUntil.get(key) ?? 0) > now) return 'public';
  const access = await findMediaAccess(shards, mediaId);
  if (access?.state !== 'ready') return null;
  if (isPublicMedia(access.facts, variant)) {
    if (publicUntil.size >= MAX_REMEMBERED) publicUntil.clear();
    publicUntil.set(key, now + REMEMBER_MS);
    return 'public';
  }
  return (await maySee({ shards }, access, visitor)) ? 'personal' : null;
}

/** Whether the visitor may see a medium at all, in any state: the rule for its description. */
export async function maySee(
  { shards }: Pick<Services, 'shards'>,
  { facts }: MediaAccess,
  { viewerId, vouched }: MediaVisitor,
): Promise<boolean> {
  if (viewerId === null) return isPublicMedia(facts, 'feed');
  if (viewerId === facts.ownerId) return true;
  return canSeeMedia(facts, { viewerId, vouched, ...(await loadStanding(shards, facts.ownerId, viewerId)) });
}
