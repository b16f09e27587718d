import { ImagePlus } from 'lucide-react';
import type { Instance } from '../../../../shared/contracts/index.ts';
import { formatBytes } from '../../format/bytes.ts';
import { Button } from '../../ui/button.tsx';

interface DropZoneProps {
  limits: Instance;
  onChoose: () => void;
}

/** The empty composer: how to bring photos, and what is taken. */
export function DropZone({ limits, onChoose }: DropZoneProps) {
  return (
    <div className="mx-4 flex min-h-[min(60dvh,30rem)] flex-col items-center justify-center rounded-lg border border-dashed border-edge px-6 text-center sm:mx-0">
      <ImagePlus className="size-10 text-faint" strokeWidth={1.25} />
      <p className="mt-5 text-base font-semibold">
        <span className="max-sm:hidden">Drop photos and videos here, or paste them</span>
        <span className="sm:hidden">Choose up to {limits.posts.maxMedia}</span>
      </p>
      <p className="mt-1.5 max-w-xs text-soft text-pretty">
        Up to {limits.posts.maxMedia}: photos up to {formatBytes(limits.media.maxPhotoBytes)}, videos up to{' '}
        {limits.media.maxVideoSeconds} seconds and {formatBytes(limits.media.maxVideoBytes)}. Where they were taken is
        removed before anyone sees them.
      </p>
      <Button className="mt-6" onClick={onChoose}>
        Choose photos or videos
      </Button>
    </div>
  );
}
