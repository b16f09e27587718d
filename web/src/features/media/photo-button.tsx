import type { MouseEvent, ReactNode } from 'react';
import type { Media } from '../../../../shared/contracts/index.ts';

interface PhotoButtonProps {
  media: Media;
  position: number;
  of: number;
  onTap: (event: MouseEvent) => void;
  children: ReactNode;
}

/** The whole photo as a target: one press enlarges it, a double tap likes it. */
export function PhotoButton({ media, position, of, onTap, children }: PhotoButtonProps) {
  const which = of > 1 ? `photo ${position + 1} of ${of}` : 'photo';
  return (
    <button
      type="button"
      aria-label={media.altText ? `Enlarge ${which}: ${media.altText}` : `Enlarge ${which}`}
      onClick={onTap}
      className="block size-full cursor-zoom-in touch-pan-y select-none focus-visible:-outline-offset-4"
    >
      {children}
    </button>
  );
}
