import { useEffect, useState } from 'react';
import type { Media } from '../../../../shared/contracts/index.ts';
import { cx } from '../../ui/class-names.ts';
import { blurhashUrl } from './blurhash-url.ts';
import { type PhotoSources, photoSources } from './photo-sources.ts';

interface PhotoProps {
  media: Media;
  sizes: string;
  /** `cover` fills the box around it, `contain` shows the photo whole over its own blur. */
  fit?: 'cover' | 'contain';
  sources?: PhotoSources | null;
  /** The first photo of a page loads before everything else. */
  eager?: boolean;
  className?: string;
}

/** A photo that did not load is tried again after this, then twice as long each time, and when the line is back. */
const RETRY_MS = 4_000;

/** A photo in the box of its parent: the blurhash until it is sharp, width and height always set. */
export function Photo({
  media,
  sizes,
  fit = 'cover',
  sources = photoSources(media),
  eager = false,
  className,
}: PhotoProps) {
  const [state, setState] = useState<'loading' | 'sharp' | 'failed'>('loading');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (state !== 'failed') return;
    const again = () => {
      setAttempt((count) => count + 1);
      setState('loading');
    };
    const timer = window.setTimeout(again, RETRY_MS * 2 ** attempt);
    window.addEventListener('online', again);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [state, attempt]);
  const blur = blurhashUrl(media.blurhash);
  const settle = (image: HTMLImageElement | null) => {
    if (image?.complete && image.naturalWidth > 0) setState('sharp');
  };
  return (
    <span
      className={cx('relative block size-full overflow-hidden bg-raised bg-cover bg-center', className)}
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
          onLoad={() => setState('sharp')}
          onError={() => setState('failed')}
          className={cx(
            'absolute inset-0 size-full transition-opacity duration-[var(--calm)]',
            fit === 'contain' ? 'object-contain' : 'object-cover',
            state === 'sharp' ? 'opacity-100' : 'opacity-0',
          )}
        />
      )}
      {state === 'failed' && (
        <span className="absolute inset-0 flex items-center justify-center bg-veil p-6 text-center text-sm text-white">
          {media.altText || 'This photo did not load.'}
        </span>
      )}
    </span>
  );
}
