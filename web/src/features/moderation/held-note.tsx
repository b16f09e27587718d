import { ShieldQuestion } from 'lucide-react';
import type { Media } from '../../../../shared/contracts/index.ts';

/** Tells an author that only they see a medium, and why. */
export function HeldNote({
  media: { kind, moderation, urls },
}: {
  media: Pick<Media, 'kind' | 'moderation' | 'urls'>;
}) {
  if (!moderation || moderation.state === 'sensitive' || urls === null) return null;
  return (
    <p className="absolute inset-x-2 top-2 z-[3] flex items-start gap-2 rounded-lg bg-black/75 p-3 text-xs text-white">
      <ShieldQuestion className="size-4 shrink-0" aria-hidden="true" />
      <span>
        Only you see this {kind}. {moderation.state === 'held' ? 'It waits for a review.' : 'It may not be shown here.'}{' '}
        {moderation.reason}
      </span>
    </p>
  );
}
