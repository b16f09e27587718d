import { Dialog } from '@base-ui/react/dialog';
import { ChevronLeft, ChevronRight, X, ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { Media } from '../../../../shared/contracts/index.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { blurhashUrl } from './blurhash-url.ts';
import { ratioOf } from './frame-ratio.ts';
import { useZoom } from './use-zoom.ts';

interface LightboxProps {
  media: Media[];
  index: number;
  onClose: () => void;
}

const controlClass = 'bg-black/45 text-white hover:bg-black/70';

/** One photo on the whole screen: click or pinch to zoom, drag to move, arrows for the next one. */
export default function Lightbox({ onClose, ...stage }: LightboxProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-black" />
        <Stage {...stage} />
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Stage({ media, index: start }: Omit<LightboxProps, 'onClose'>) {
  const [index, setIndex] = useState(start);
  const shown = media[index];
  const zoom = useZoom(index);
  if (!shown) return null;
  const ratio = ratioOf(shown);

  const go = (by: number) => setIndex(Math.min(media.length - 1, Math.max(0, index + by)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') go(1);
    else if (event.key === 'ArrowLeft') go(-1);
    else if (event.key === '+' || event.key === '=') zoom.by(1.5);
    else if (event.key === '-') zoom.by(1 / 1.5);
    // The keys of the page below stay below.
    event.stopPropagation();
  };

  return (
    <Dialog.Popup
      aria-label={shown.altText || 'Photo'}
      onKeyDown={onKeyDown}
      className="appear fixed inset-0 z-50 flex flex-col text-white outline-none"
    >
      <div ref={zoom.surface} className="@container-size relative min-h-0 flex-1 touch-none overflow-hidden">
        <img
          key={shown.id}
          ref={zoom.image}
          src={shown.urls?.full}
          width={shown.width ?? undefined}
          height={shown.height ?? undefined}
          alt={shown.altText}
          draggable={false}
          style={{
            aspectRatio: ratio,
            width: `min(100cqw, 100cqh * ${ratio})`,
            backgroundImage: `url(${blurhashUrl(shown.blurhash) ?? ''})`,
          }}
          className="absolute inset-0 m-auto h-auto select-none bg-cover"
        />
      </div>
      {shown.altText && (
        <p className="mx-auto max-w-prose px-5 pb-5 pt-3 text-center text-sm text-white/80">{shown.altText}</p>
      )}
      <div className="absolute right-3 top-3 flex gap-2 pt-safe">
        <IconButton label="Zoom out" className={controlClass} onClick={() => zoom.by(1 / 1.5)}>
          <ZoomOut className="size-5" />
        </IconButton>
        <IconButton label="Zoom in" className={controlClass} onClick={() => zoom.by(1.5)}>
          <ZoomIn className="size-5" />
        </IconButton>
        <Dialog.Close render={<IconButton label="Close" className={controlClass} />}>
          <X className="size-5" />
        </Dialog.Close>
      </div>
      {index > 0 && (
        <IconButton label="Previous photo" className={`${controlClass} absolute left-3 top-1/2`} onClick={() => go(-1)}>
          <ChevronLeft className="size-5" />
        </IconButton>
      )}
      {index < media.length - 1 && (
        <IconButton label="Next photo" className={`${controlClass} absolute right-3 top-1/2`} onClick={() => go(1)}>
          <ChevronRight className="size-5" />
        </IconButton>
      )}
    </Dialog.Popup>
  );
}
