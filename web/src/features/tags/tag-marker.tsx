import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { DraftTag } from '../compose/draft.ts';
import { describePlace } from './describe-place.ts';
import type { Place } from './place-in-frame.ts';

/** What an arrow key moves by, alone and with Shift, in shares of the photo. */
const STEP = 0.01;
const STRIDE = 0.1;

const DIRECTIONS: Record<string, Place> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

interface TagMarkerProps {
  tag: DraftTag;
  style: CSSProperties;
  onMove: (to: Place) => void;
  /** In pixels of the window. */
  onDrag: (to: Place) => void;
}

/** A name on the photo that is moved by dragging or with the arrow keys, and says where it is. */
export function TagMarker({ tag, style, onMove, onDrag }: TagMarkerProps) {
  /** From the pointer to the middle of the name, while it is dragged. */
  const held = useRef<Place | null>(null);
  const grab = (event: PointerEvent<HTMLButtonElement>) => {
    const { currentTarget, pointerId, clientX, clientY } = event;
    event.stopPropagation();
    currentTarget.setPointerCapture(pointerId);
    currentTarget.focus();
    const box = currentTarget.getBoundingClientRect();
    held.current = { x: box.left + box.width / 2 - clientX, y: box.top + box.height / 2 - clientY };
  };
  const drag = ({ clientX, clientY }: PointerEvent) => {
    if (held.current) onDrag({ x: clientX + held.current.x, y: clientY + held.current.y });
  };
  const letGo = () => {
    held.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = DIRECTIONS[event.key];
    if (!direction) return;
    event.preventDefault();
    event.stopPropagation();
    const step = event.shiftKey ? STRIDE : STEP;
    onMove({ x: tag.x + direction.x * step, y: tag.y + direction.y * step });
  };
  return (
    <button
      type="button"
      aria-label={describePlace(tag)}
      style={style}
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={onKeyDown}
      className="absolute -translate-x-1/2 -translate-y-1/2 cursor-grab touch-none rounded-full bg-black/75 px-3 py-1.5 text-xs font-medium text-white active:cursor-grabbing"
    >
      {tag.username}
    </button>
  );
}
