import { type PointerEvent, useRef } from 'react';
import { nearestOnPhoto, type Place, placeInFrame, placeOnPhoto } from './place-in-frame.ts';
import { TagMarker } from './tag-marker.tsx';
import { useRatios } from './use-ratios.ts';
import type { Tagging } from './use-tagging.ts';

/** Over the picture while people are tagged: a press says where the next one is, and who is there can be moved. */
export function TagLayer({ tagging: { people, point, pointAt, move } }: { tagging: Tagging }) {
  const layer = useRef<HTMLDivElement>(null);
  const { photo, frame } = useRatios(layer);
  const shareOf = (at: Place): Place => {
    const box = layer.current?.getBoundingClientRect();
    return box ? { x: (at.x - box.left) / box.width, y: (at.y - box.top) / box.height } : { x: 0.5, y: 0.5 };
  };
  const press = ({ clientX, clientY }: PointerEvent) => {
    const place = placeOnPhoto(shareOf({ x: clientX, y: clientY }), photo, frame);
    if (place) pointAt(place);
  };
  const style = (at: Place) => {
    const { x, y } = placeInFrame(at, photo, frame);
    return { left: `${x * 100}%`, top: `${y * 100}%` };
  };
  return (
    <div ref={layer} data-tag-layer="" onPointerDown={press} className="absolute inset-0 cursor-crosshair touch-none">
      {people.map((tag) => (
        <TagMarker
          key={tag.userId}
          tag={tag}
          style={style(tag)}
          onMove={(to) => move(tag.userId, to)}
          onDrag={(to) => move(tag.userId, nearestOnPhoto(shareOf(to), photo, frame))}
        />
      ))}
      {point && (
        <span
          style={style(point)}
          className="pointer-events-none absolute size-5 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-[var(--rim)] shadow-[0_0_10px_var(--rim)]"
        />
      )}
    </div>
  );
}
