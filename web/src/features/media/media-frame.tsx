import { lazy, type Ref, Suspense, useImperativeHandle, useRef, useState } from 'react';
import type { Media, Post } from '../../../../shared/contracts/index.ts';
import { cx } from '../../ui/class-names.ts';
import { HeldNote } from '../moderation/held-note.tsx';
import { useCovered } from '../moderation/use-covered.ts';
import { PeopleOnPhoto } from '../tags/people-on-photo.tsx';
import type { FilmHandle } from '../video/film.tsx';
import type { AlbumHandle } from './album.tsx';
import { fillsFrame, frameRatio } from './frame-ratio.ts';
import { MediaNotes } from './media-notes.tsx';
import { Slide } from './slide.tsx';
import { usePinch } from './use-pinch.ts';
import { useTaps } from './use-taps.ts';

const Album = lazy(() => import('./album.tsx'));
const Lightbox = lazy(() => import('./lightbox.tsx'));

export interface MediaFrameHandle {
  step: (by: 1 | -1) => void;
  /** Runs the rim of light around the frame, once. */
  flash: () => void;
  /** Hands a key to the film that is shown; false when there is none, or it means nothing to it. */
  press: (key: string) => boolean;
}

interface MediaFrameProps {
  media: Media[];
  people: Post['people'];
  sizes: string;
  eager?: boolean;
  /** Fills the box around it, each photo whole, instead of taking its own ratio. */
  fill?: boolean;
  className?: string;
  onDoubleTap: () => void;
  ref?: Ref<MediaFrameHandle>;
}

/** The photos and films of a post: double tap, pinch, zoom, album and alt text. */
export function MediaFrame({
  media,
  people,
  sizes,
  eager = false,
  fill = false,
  className,
  onDoubleTap,
  ref,
}: MediaFrameProps) {
  const [index, setIndex] = useState(0);
  const [zoomed, setZoomed] = useState(false);
  const [flashes, setFlashes] = useState(0);
  const album = useRef<AlbumHandle>(null);
  const film = useRef<FilmHandle>(null);
  const surface = useRef<HTMLDivElement>(null);
  const frame = frameRatio(media);
  const shown = media[index];
  usePinch(surface);
  const tap = useTaps({ onSingle: () => setZoomed(true), onDouble: onDoubleTap });
  useImperativeHandle(ref, () => ({
    step: (by) => album.current?.step(by),
    press: (key) => (media.length > 1 ? album.current?.press(key) : film.current?.press(key)) ?? false,
    flash: () => setFlashes((count) => count + 1),
  }));
  const covered = useCovered();
  const photos = media.filter((medium) => medium.kind === 'photo' && !covered(medium));
  const fitOf = (medium: Media) => (!fill && fillsFrame(medium, frame) ? 'cover' : 'contain');
  const [first] = media;
  const single = first && (
    <Slide
      media={first}
      position={0}
      of={media.length}
      sizes={sizes}
      eager={eager}
      fit={fitOf(first)}
      film={film}
      onTap={tap}
      onDoubleTap={onDoubleTap}
    />
  );
  return (
    <div
      className={cx('group/media relative overflow-hidden bg-raised', fill && 'size-full', className)}
      style={fill ? undefined : { aspectRatio: frame }}
    >
      <div ref={surface} className="size-full">
        {media.length > 1 ? (
          <Suspense fallback={single}>
            <Album
              ref={album}
              media={media}
              fitOf={fitOf}
              sizes={sizes}
              eager={eager}
              onIndex={setIndex}
              onTap={tap}
              onDoubleTap={onDoubleTap}
            />
          </Suspense>
        ) : (
          single
        )}
      </div>
      <span className="pointer-events-none absolute inset-0 rounded-[inherit] shadow-[inset_0_0_0_1px_var(--hairline)]" />
      {shown && !covered(shown) && (
        <>
          <MediaNotes key={shown.id} media={shown} />
          <PeopleOnPhoto people={people} media={shown} />
          <HeldNote media={shown} />
        </>
      )}
      {flashes > 0 && <span key={flashes} className="rim-flash" />}
      {zoomed && shown && (
        <Suspense>
          <Lightbox media={photos} index={photos.indexOf(shown)} onClose={() => setZoomed(false)} />
        </Suspense>
      )}
    </div>
  );
}
