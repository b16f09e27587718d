import type { Variant } from '../../shared/contracts/index.ts';
import { findMediaAccess, loadStanding, type MediaAccess } from '../../shared/db/media/load-media-access.ts';
import { RecentMap } from '../../shared/domain/caching/recent-map.ts';
import { canSeeMedia, isPublicMedia } from '../../shared/domain/media/can-see-media.ts';
import type { Services } from '../services.ts';

const MAX_REMEMBERED = 50_000;

export type MediaVisitor = {
  viewerId: string | null;
  /** The viewer came with a signature of ours for this medium. */
  vouched: boolean;
};

/** `public`: the same for everybody, cacheable anywhere. `personal`: for this viewer only. */
export type Visibility = 'public' | 'personal';

/** Until when this isolate takes a variant for public: a deletion or going private is felt after `MEDIA_PUBLIC_SECONDS` at most. */
const publicUntil = new RecentMap<string, number>(MAX_REMEMBERED);

/** Whether the visitor may have a variant's bytes, and who else may; null when not, or when there is no such photo. */
export async function authorizeBytes(
  { shards, config }: Pick<Services, 'shards' | 'config'>,
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
    publicUntil.set(key, now + config.MEDIA_PUBLIC_SECONDS * 1_000);
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
