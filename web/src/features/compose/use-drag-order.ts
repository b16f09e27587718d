import { type PointerEvent, type RefObject, useState } from 'react';

/** A pointer that moved less than this pressed, it did not drag. */
const SLOP = 8;

/** Drags a tile over its neighbours; each crossing moves it there at once. Tiles carry `data-tile`. */
export function useDragOrder(strip: RefObject<HTMLElement | null>, move: (from: number, to: number) => void) {
  const [dragged, setDragged] = useState<number | null>(null);

  const begin = (event: PointerEvent, index: number) => {
    if (event.button !== 0) return;
    const start = { x: event.clientX, y: event.clientY };
    let at = index;
    let dragging = false;
    const onMove = (next: globalThis.PointerEvent) => {
      if (!dragging && Math.hypot(next.clientX - start.x, next.clientY - start.y) < SLOP) return;
      dragging = true;
      setDragged(at);
      const under = document.elementFromPoint(next.clientX, next.clientY)?.closest<HTMLElement>('[data-tile]');
      if (!under || !strip.current?.contains(under)) return;
      const over = Number(under.dataset.tile);
      if (over === at) return;
      move(at, over);
      at = over;
      setDragged(over);
    };
    const end = () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
      setDragged(null);
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
  };

  return { dragged, begin };
}
