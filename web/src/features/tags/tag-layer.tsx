import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { DraftTag } from '../compose/draft.ts';
import { placeInFrame, placeOnPhoto } from './place-in-frame.ts';

interface TagLayerProps {
  people: DraftTag[];
  point: { x: number; y: number };
  onPoint: (point: { x: number; y: number }) => void;
}

/** Over the preview while people are tagged: a press says where the next one is. */
export function TagLayer({ people, point, onPoint }: TagLayerProps) {
  const layer = useRef<HTMLDivElement>(null);
  const [ratios, setRatios] = useState({ photo: 1, frame: 1 });

  useEffect(() => {
    const element = layer.current;
    const image = element?.parentElement?.querySelector('img');
    if (!element || !image) return;
    const measure = () =>
      setRatios({
        photo: image.naturalWidth / Math.max(1, image.naturalHeight),
        frame: element.clientWidth / Math.max(1, element.clientHeight),
      });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    image.addEventListener('load', measure);
    return () => {
      observer.disconnect();
      image.removeEventListener('load', measure);
    };
  }, []);

  const press = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
    const place = placeOnPhoto(at, ratios.photo, ratios.frame);
    if (place) onPoint(place);
  };
  const style = (at: { x: number; y: number }) => {
    const { x, y } = placeInFrame(at, ratios.photo, ratios.frame);
    return { left: `${x * 100}%`, top: `${y * 100}%` };
  };
  return (
    <div ref={layer} onPointerDown={press} className="absolute inset-0 cursor-crosshair touch-none">
      {people.map(({ userId, username, ...at }) => (
        <span
          key={userId}
          style={style(at)}
          className="pointer-events-none absolute -translate-x-1/2 -translate-y-1/2 rounded-full bg-black/75 px-3 py-1.5 text-xs font-medium text-white"
        >
          {username}
        </span>
      ))}
      <span
        style={style(point)}
        className="pointer-events-none absolute size-5 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-[var(--rim)] shadow-[0_0_10px_var(--rim)]"
      />
    </div>
  );
}
