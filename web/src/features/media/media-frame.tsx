import { lazy, type Ref, Suspense, useImperativeHandle, useRef, useState } from 'react';
import type { Media, Post } from '../../../../shared/contracts/index.ts';
import { cx } from '../../ui/class-names.ts';
import { PeopleOnPhoto } from '../tags/people-on-photo.tsx';
import type { FilmHandle } from '../video/film.tsx';
import type { AlbumHandle } from './album.tsx';
import { AltButton } from './alt-button.tsx';
import { fillsFrame, frameRatio } from './frame-ratio.ts';
import { Photo } from './photo.tsx';
import { PhotoButton } from './photo-button.tsx';
import { usePinch } from './use-pinch.ts';
import { useTaps } from './use-taps.ts';

const Film = lazy(() => import('../video/film.tsx'));
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
  /** Fills the box around it instead of taking its own ratio. */
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
  const photos = media.filter(({ kind }) => kind === 'photo');
  const [first] = media;
  const still = first && (
    <Photo media={first} sizes={sizes} eager={eager} fit={!fill && fillsFrame(first, frame) ? 'cover' : 'contain'} />
  );
  const single =
    first?.kind === 'video' ? (
      <Suspense fallback={still}>
        <Film ref={film} media={first} sizes={sizes} onDoubleTap={onDoubleTap} />
      </Suspense>
    ) : (
      first && (
        <PhotoButton media={first} position={0} of={media.length} onTap={tap}>
          {still}
        </PhotoButton>
      )
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
              frame={frame}
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
      {shown?.altText && <AltButton text={shown.altText} above={shown.kind === 'video'} />}
      {shown && <PeopleOnPhoto people={people} media={shown} frame={frame} />}
      {flashes > 0 && <span key={flashes} className="rim-flash" />}
      {zoomed && shown && (
        <Suspense>
          <Lightbox media={photos} index={photos.indexOf(shown)} onClose={() => setZoomed(false)} />
        </Suspense>
      )}
    </div>
  );
}
