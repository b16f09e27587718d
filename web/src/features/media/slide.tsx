import { lazy, type MouseEvent, type Ref, Suspense } from 'react';
import type { Media } from '../../../../shared/contracts/index.ts';
import { MediaCover } from '../moderation/media-cover.tsx';
import { useCovered } from '../moderation/use-covered.ts';
import type { FilmHandle } from '../video/film.tsx';
import { Photo } from './photo.tsx';
import { PhotoButton } from './photo-button.tsx';

const Film = lazy(() => import('../video/film.tsx'));
const Animation = lazy(() => import('./animation.tsx'));

interface SlideProps {
  media: Media;
  position: number;
  of: number;
  sizes: string;
  fit: 'cover' | 'contain';
  eager?: boolean;
  /** Near enough to the one that is looked at to load. */
  near?: boolean;
  /** Not the one that is looked at. */
  aside?: boolean;
  film: Ref<FilmHandle>;
  onTap: (event: MouseEvent) => void;
  onDoubleTap: () => void;
}

/** One photo, animation or film of a post in the box around it, behind its cover where it has one. */
export function Slide({
  media,
  position,
  of,
  sizes,
  fit,
  eager = false,
  near = true,
  aside = false,
  film,
  onTap,
  onDoubleTap,
}: SlideProps) {
  const covered = useCovered()(media);
  if (covered || !near) {
    return (
      <div className="relative size-full">
        <Photo media={media} sizes={sizes} waiting />
        {covered && <MediaCover media={media} />}
      </div>
    );
  }
  const still = <Photo media={media} sizes={sizes} eager={eager} fit={fit} />;
  if (media.kind === 'video') {
    return (
      <Suspense fallback={still}>
        <Film ref={film} media={media} sizes={sizes} aside={aside} onDoubleTap={onDoubleTap} />
      </Suspense>
    );
  }
  return (
    <div className="relative size-full">
      <PhotoButton media={media} position={position} of={of} onTap={onTap}>
        {still}
      </PhotoButton>
      {media.animated && media.urls?.animated && (
        <Suspense>
          <Animation media={media} fit={fit} aside={aside} />
        </Suspense>
      )}
    </div>
  );
}
