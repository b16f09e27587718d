import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { cx } from '../../ui/class-names.ts';
import { type Box, type Corner, moveBox, resizeBox } from './crop-box.ts';

const STEP = 0.01;
const CORNERS: { corner: Corner; className: string }[] = [
  { corner: 'nw', className: '-left-3 -top-3 cursor-nwse-resize' },
  { corner: 'ne', className: '-right-3 -top-3 cursor-nesw-resize' },
  { corner: 'sw', className: '-bottom-3 -left-3 cursor-nesw-resize' },
  { corner: 'se', className: '-bottom-3 -right-3 cursor-nwse-resize' },
];
const KEYS: Record<string, [number, number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

interface CropOverlayProps {
  box: Box;
  ratio: number | null;
  onChange: (box: Box) => void;
}

/** The frame of a crop: drag it, pull its corners, or use the arrow keys, with Shift for its size. */
export function CropOverlay({ box, ratio, onChange }: CropOverlayProps) {
  const area = useRef<HTMLDivElement>(null);

  const drag = (event: PointerEvent, change: (from: Box, x: number, y: number) => Box) => {
    event.preventDefault();
    event.stopPropagation();
    const bounds = area.current?.getBoundingClientRect();
    if (!bounds) return;
    const start = { x: event.clientX, y: event.clientY, box };
    const move = (next: globalThis.PointerEvent) =>
      onChange(change(start.box, (next.clientX - start.x) / bounds.width, (next.clientY - start.y) / bounds.height));
    const end = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = KEYS[event.key];
    if (!step) return;
    event.preventDefault();
    onChange(event.shiftKey ? resizeBox(box, 'se', ...step, ratio) : moveBox(box, ...step));
  };

  const percent = (value: number) => `${value * 100}%`;
  return (
    <div ref={area} className="absolute inset-0 touch-none overflow-visible">
      <div
        role="application"
        aria-roledescription="crop frame"
        aria-label={`Crop: ${Math.round(box.width * 100)} by ${Math.round(box.height * 100)} percent of the photo. Arrow keys move, with Shift they resize.`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the frame is moved by the arrow keys.
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => drag(event, moveBox)}
        className="absolute cursor-move shadow-[0_0_0_1.5px_var(--rim),0_0_0_200vmax_rgb(0_0_0/0.55)]"
        style={{
          left: percent(box.x),
          top: percent(box.y),
          width: percent(box.width),
          height: percent(box.height),
          clipPath: 'none',
        }}
      >
        <span className="pointer-events-none absolute inset-0 bg-[linear-gradient(to_right,transparent_33%,rgb(255_255_255/0.35)_33%_33.3%,transparent_33.3%_66.6%,rgb(255_255_255/0.35)_66.6%_67%,transparent_67%),linear-gradient(transparent_33%,rgb(255_255_255/0.35)_33%_33.3%,transparent_33.3%_66.6%,rgb(255_255_255/0.35)_66.6%_67%,transparent_67%)]" />
        {CORNERS.map(({ corner, className }) => (
          <span
            key={corner}
            onPointerDown={(event) => drag(event, (from, x, y) => resizeBox(from, corner, x, y, ratio))}
            className={cx('absolute flex size-7 items-center justify-center', className)}
          >
            <span className="size-3.5 rounded-full bg-[var(--rim)] shadow-[0_0_0_2px_rgb(0_0_0/0.5)]" />
          </span>
        ))}
      </div>
    </div>
  );
}
