import { Plus, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { cx } from '../../ui/class-names.ts';
import { type DraftPhoto, progressOf } from './draft.ts';
import { PhotoPreview } from './photo-preview.tsx';
import { ProgressRing } from './progress-ring.tsx';
import { useDragOrder } from './use-drag-order.ts';

interface PhotoStripProps {
  photos: DraftPhoto[];
  selected: number;
  canAdd: boolean;
  onSelect: (index: number) => void;
  onMove: (from: number, to: number) => void;
  onAdd: () => void;
}

/** The photos in their order. Drag one, or move it with Alt and the arrow keys. */
export function PhotoStrip({ photos, selected, canAdd, onSelect, onMove, onAdd }: PhotoStripProps) {
  const strip = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');

  const move = (from: number, to: number) => {
    if (to < 0 || to >= photos.length || from === to) return;
    onMove(from, to);
    onSelect(to);
    setSaid(`${photos[from]?.kind === 'video' ? 'Video' : 'Photo'} moved to place ${to + 1} of ${photos.length}.`);
  };
  const drag = useDragOrder(strip, move);

  const focusTile = (index: number) =>
    requestAnimationFrame(() => strip.current?.querySelectorAll<HTMLElement>('[data-tile]')[index]?.focus());
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const to = index + by;
    if (by === 0 || to < 0 || to >= photos.length) return;
    event.preventDefault();
    if (event.altKey || event.shiftKey) move(index, to);
    else onSelect(to);
    focusTile(to);
  };

  return (
    <div>
      <div className="flex flex-wrap gap-2">
        <div
          ref={strip}
          role="listbox"
          aria-label="Photos and videos in their order"
          aria-orientation="horizontal"
          className="contents"
        >
          {photos.map((photo, index) => (
            <div
              key={photo.key}
              role="option"
              aria-selected={index === selected}
              aria-label={`${photo.kind === 'video' ? 'Video' : 'Photo'} ${index + 1} of ${photos.length}: ${photo.name}`}
              aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
              tabIndex={index === selected ? 0 : -1}
              data-tile={index}
              onClick={() => onSelect(index)}
              onKeyDown={(event) => onKeyDown(event, index)}
              onPointerDown={(event) => drag.begin(event, index)}
              className={cx(
                'relative size-18 cursor-grab touch-none select-none overflow-hidden rounded-sm bg-raised transition',
                index === selected && 'shadow-[0_0_0_2px_var(--ground),0_0_0_4px_var(--rim)]',
                drag.dragged === index && 'scale-95 cursor-grabbing opacity-60',
              )}
            >
              <PhotoPreview photo={photo} fit="cover" />
              <TileMark photo={photo} />
            </div>
          ))}
        </div>
        {canAdd && (
          <button
            type="button"
            aria-label="Add photos or videos"
            title="Add photos or videos"
            onClick={onAdd}
            className="flex size-18 items-center justify-center rounded-sm border border-dashed border-edge text-soft transition hover:border-strong hover:text-strong"
          >
            <Plus className="size-6" />
          </button>
        )}
      </div>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </div>
  );
}

function TileMark({ photo }: { photo: DraftPhoto }) {
  const { kind } = photo.stage;
  if (kind === 'ready') return null;
  return (
    <span className="absolute inset-0 flex items-center justify-center bg-black/50 text-white">
      {kind === 'failed' || kind === 'stopped' ? (
        <TriangleAlert className="size-5" />
      ) : (
        <ProgressRing share={progressOf(photo)} />
      )}
    </span>
  );
}
