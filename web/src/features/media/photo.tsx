import type { Media } from '../../../../shared/contracts/index.ts';
import { cx } from '../../ui/class-names.ts';
import { blurhashUrl } from './blurhash-url.ts';
import { type PhotoSources, photoSources } from './photo-sources.ts';
import { usePhotoLoad } from './use-photo-load.ts';

interface PhotoProps {
  media: Media;
  sizes: string;
  /** `cover` fills the box around it, `contain` shows the photo whole over its own blur. */
  fit?: 'cover' | 'contain';
  sourcesOf?: (media: Media) => PhotoSources | null;
  /** The first photo of a page loads before everything else. */
  eager?: boolean;
  /** Only the blur for now. */
  waiting?: boolean;
}

/** A photo in the box of its parent: the blurhash until it is sharp, width and height always set. */
export function Photo({
  media: given,
  sizes,
  fit = 'cover',
  sourcesOf = photoSources,
  eager = false,
  waiting = false,
}: PhotoProps) {
  const { media, state, attempt, settle, onLoad, onError } = usePhotoLoad(given);
  const sources = waiting ? null : sourcesOf(media);
  const blur = blurhashUrl(media.blurhash);
  return (
    <span
      className="relative block size-full overflow-hidden bg-raised bg-cover bg-center"
      style={blur ? { backgroundImage: `url(${blur})` } : undefined}
    >
      {sources && state !== 'failed' && (
        <img
          key={attempt}
          ref={settle}
          src={sources.src}
          srcSet={sources.srcSet}
          sizes={sizes}
          width={media.width ?? undefined}
          height={media.height ?? undefined}
          alt={media.altText}
          loading={eager ? 'eager' : 'lazy'}
          fetchPriority={eager ? 'high' : 'auto'}
          decoding="async"
          draggable={false}
          onLoad={onLoad}
          onError={onError}
          className={cx(
            'absolute inset-0 size-full transition-opacity duration-[var(--calm)]',
            fit === 'contain' ? 'object-contain' : 'object-cover',
            state === 'sharp' ? 'opacity-100' : 'opacity-0',
          )}
        />
      )}
      {state === 'failed' && (
        <span className="absolute inset-0 flex items-center justify-center bg-black/55 p-6 text-center text-sm text-white">
          {media.altText || 'This photo did not load.'}
        </span>
      )}
    </span>
  );
}
