import { type RefObject, useEffect } from 'react';

const MAX_SCALE = 4;

function spread(touches: TouchList): { distance: number; x: number; y: number } {
  const [a, b] = [touches[0], touches[1]];
  if (!a || !b) return { distance: 1, x: 0, y: 0 };
  return {
    distance: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
    x: (a.clientX + b.clientX) / 2,
    y: (a.clientY + b.clientY) / 2,
  };
}

/** Two fingers enlarge the photo where it stands; letting go puts it back. */
export function usePinch(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let start: ReturnType<typeof spread> | null = null;
    const begin = (event: TouchEvent) => {
      if (event.touches.length !== 2) return;
      start = spread(event.touches);
      const box = element.getBoundingClientRect();
      element.style.transition = 'none';
      element.style.transformOrigin = `${start.x - box.left}px ${start.y - box.top}px`;
    };
    const move = (event: TouchEvent) => {
      if (!start || event.touches.length !== 2) return;
      event.preventDefault();
      event.stopPropagation();
      const now = spread(event.touches);
      const scale = Math.min(MAX_SCALE, Math.max(1, now.distance / start.distance));
      element.style.transform = `translate(${now.x - start.x}px, ${now.y - start.y}px) scale(${scale})`;
    };
    const end = (event: TouchEvent) => {
      if (!start || event.touches.length >= 2) return;
      start = null;
      element.style.transition = 'transform var(--calm) var(--ease)';
      element.style.transform = '';
    };
    element.addEventListener('touchstart', begin, { passive: true });
    element.addEventListener('touchmove', move, { passive: false });
    element.addEventListener('touchend', end);
    element.addEventListener('touchcancel', end);
    return () => {
      element.removeEventListener('touchstart', begin);
      element.removeEventListener('touchmove', move);
      element.removeEventListener('touchend', end);
      element.removeEventListener('touchcancel', end);
    };
  }, [frame]);
}
