import { EyeOff, ShieldQuestion } from 'lucide-react';
import type { Media } from '../../../../shared/contracts/index.ts';
import { Button } from '../../ui/button.tsx';
import { setShowsAlways, uncover } from './shown-anyway.ts';

interface MediaCoverProps {
  media: Pick<Media, 'id' | 'kind' | 'moderation'>;
}

/** Why a medium is behind its blur, and the ways to see it. */
export function MediaCover({ media: { id, kind, moderation } }: MediaCoverProps) {
  const sensitive = moderation?.state === 'sensitive';
  const Icon = sensitive ? EyeOff : ShieldQuestion;
  return (
    <div className="absolute inset-0 z-[4] flex flex-col items-center justify-center gap-1 bg-black/45 p-6 text-center text-white">
      <Icon className="mb-2 size-8" strokeWidth={1.5} aria-hidden="true" />
      <p className="text-base font-semibold">
        {sensitive ? `This ${kind} may be sensitive` : `This ${kind} is being reviewed`}
      </p>
      <p className="max-w-xs text-sm text-white/80 text-pretty">
        {moderation?.reason ??
          (sensitive ? 'It was marked when it was checked.' : 'It is shown when somebody here has looked at it.')}
      </p>
      {sensitive && (
        <div className="mt-4 flex flex-wrap justify-center gap-2">
          <Button size="small" className="!bg-white !text-black" onClick={() => uncover(id)}>
            Show
          </Button>
          <Button
            size="small"
            className="!bg-white/15 !text-white hover:!bg-white/25"
            onClick={() => setShowsAlways(true)}
          >
            Always show
          </Button>
        </div>
      )}
    </div>
  );
}
