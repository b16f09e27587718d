import useEmblaCarousel from 'embla-carousel-react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type MouseEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { Media } from '../../../../shared/contracts/index.ts';
import { cx } from '../../ui/class-names.ts';
import type { FilmHandle } from '../video/film.tsx';
import { Slide } from './slide.tsx';

export interface AlbumHandle {
  step: (by: 1 | -1) => void;
  /** Hands a key to the film that is shown. */
  press: (key: string) => boolean;
}

interface AlbumProps {
  media: Media[];
  fitOf: (medium: Media) => 'cover' | 'contain';
  sizes: string;
  eager: boolean;
  onIndex: (index: number) => void;
  onTap: (event: MouseEvent) => void;
  onDoubleTap: () => void;
  ref?: Ref<AlbumHandle>;
}

const arrowClass =
  'absolute top-1/2 hidden size-9 -translate-y-1/2 items-center justify-center rounded-full bg-black/55 text-white opacity-0 transition group-hover/media:opacity-100 focus-visible:opacity-100 sm:flex';

/** Several photos and films in one frame: swipe, arrows, dots. Each is shown whole over its own blur where it does not fill the frame. */
export default function Album({ media, fitOf, sizes, eager, onIndex, onTap, onDoubleTap, ref }: AlbumProps) {
  const [viewport, carousel] = useEmblaCarousel({ align: 'start', duration: 20 });
  const [index, setIndex] = useState(0);
  const film = useRef<FilmHandle>(null);

  useEffect(() => {
    if (!carousel) return;
    const select = () => {
      setIndex(carousel.selectedScrollSnap());
      onIndex(carousel.selectedScrollSnap());
    };
    carousel.on('select', select);
    return () => {
      carousel.off('select', select);
    };
  }, [carousel, onIndex]);

  const step = (by: 1 | -1) => (by === 1 ? carousel?.scrollNext() : carousel?.scrollPrev());
  useImperativeHandle(ref, () => ({ step, press: (key) => film.current?.press(key) ?? false }));

  return (
    <>
      <div ref={viewport} className="size-full overflow-hidden">
        <div className="flex size-full touch-pan-y">
          {media.map((medium, position) => (
            <div key={medium.id} className="size-full shrink-0 grow-0 basis-full" inert={position !== index}>
              {/* Neighbours are loaded, the rest waits until it is near. */}
              <Slide
                media={medium}
                position={position}
                of={media.length}
                sizes={sizes}
                fit={fitOf(medium)}
                eager={eager && position === 0}
                near={Math.abs(position - index) <= 1}
                aside={position !== index}
                film={position === index ? film : null}
                onTap={onTap}
                onDoubleTap={onDoubleTap}
              />
            </div>
          ))}
        </div>
      </div>
      {index > 0 && (
        <button type="button" aria-label="Previous photo" className={cx(arrowClass, 'left-3')} onClick={() => step(-1)}>
          <ChevronLeft className="size-5" />
        </button>
      )}
      {index < media.length - 1 && (
        <button type="button" aria-label="Next photo" className={cx(arrowClass, 'right-3')} onClick={() => step(1)}>
          <ChevronRight className="size-5" />
        </button>
      )}
      <span className="tabular pointer-events-none absolute right-3 top-3 rounded-full bg-black/55 px-2.5 py-1 text-xs font-medium text-white">
        <span className="sr-only">Photo </span>
        {index + 1}/{media.length}
      </span>
      <span
        aria-hidden="true"
        className={cx(
          'pointer-events-none absolute inset-x-0 bottom-3 flex justify-center gap-1.5',
          // A film has its own line there.
          media[index]?.kind === 'video' && 'hidden',
        )}
      >
        {media.map((medium, position) => (
          <span
            key={medium.id}
            className={cx(
              'size-1.5 rounded-full shadow-[0_0_2px_rgb(0_0_0/0.5)] transition',
              position === index ? 'scale-125 bg-[var(--rim)]' : 'bg-white/60',
            )}
          />
        ))}
      </span>
    </>
  );
}
