import { Film, ImageIcon } from 'lucide-react';
import { useState } from 'react';
import { cx } from '../../ui/class-names.ts';
import { useEditedPreview } from '../edits/use-edited-preview.ts';
import type { DraftPhoto } from './draft.ts';

interface PhotoPreviewProps {
  photo: DraftPhoto;
  fit: 'cover' | 'contain';
  className?: string;
}

/** The local file at once; one that this browser cannot show (HEIC) appears when the server has made it. */
export function PhotoPreview({ photo, fit, className }: PhotoPreviewProps) {
  const local = useEditedPreview(photo.blob, photo.edits);
  const [unreadable, setUnreadable] = useState(false);
  const urls = photo.stage.kind === 'ready' ? photo.stage.media.urls : null;
  const shape = cx('size-full', fit === 'cover' ? 'object-cover' : 'object-contain', className);
  if (photo.kind === 'video' && photo.blob && local && !unreadable) {
    return (
      <video
        src={local}
        controls={fit === 'contain'}
        muted={fit === 'cover'}
        playsInline
        preload="metadata"
        aria-label={photo.name}
        tabIndex={fit === 'cover' ? -1 : undefined}
        onError={() => setUnreadable(true)}
        className={shape}
      />
    );
  }
  const src = unreadable || !photo.blob ? urls?.full : local;
  if (src) return <img src={src} alt="" draggable={false} onError={() => setUnreadable(true)} className={shape} />;
  return (
    <span
      className={cx(
        'flex size-full flex-col items-center justify-center gap-2 p-2 text-center text-xs text-faint',
        className,
      )}
    >
      {(unreadable || !photo.blob) && (
        <>
          {photo.kind === 'video' ? (
            <Film className="size-6" strokeWidth={1.5} />
          ) : (
            <ImageIcon className="size-6" strokeWidth={1.5} />
          )}
          <span className="line-clamp-2">{photo.name}</span>
        </>
      )}
    </span>
  );
}
