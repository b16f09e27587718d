import { useEffect, useRef } from 'react';
import { keepInside, type View, WHOLE, zoomAt } from './zoom-transform.ts';

/** What one click zooms to. */
const CLICK_SCALE = 2.5;
/** A pointer that moved less than this clicked. */
const CLICK_SLOP = 6;

interface Point {
  x: number;
  y: number;
}

function middle(points: Point[]): Point & { distance: number } {
  const [a, b] = [points[0], points[1] ?? points[0]];
  if (!a || !b) return { x: 0, y: 0, distance: 1 };
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, distance: Math.hypot(a.x - b.x, a.y - b.y) || 1 };
}

/** Zooming and moving a picture inside its stage by pointer, wheel and button. A new `subject` starts whole. */
export function useZoom(subject: unknown) {
  const surface = useRef<HTMLDivElement>(null);
  const image = useRef<HTMLImageElement>(null);
  const view = useRef<View>(WHOLE);

  const show = (next: View, smooth: boolean) => {
    const [stage, picture] = [surface.current, image.current];
    if (!stage || !picture) return;
    const inside = keepInside(
      next,
      { width: picture.offsetWidth, height: picture.offsetHeight },
      { width: stage.clientWidth, height: stage.clientHeight },
    );
    view.current = inside;
    picture.style.transition = smooth ? 'transform var(--calm) var(--ease)' : 'none';
    picture.style.transform = `translate(${inside.x}px, ${inside.y}px) scale(${inside.scale})`;
    stage.style.cursor = inside.scale > 1 ? 'zoom-out' : 'zoom-in';
  };
  const latest = useRef(show);
  latest.current = show;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new subject is what resets the view.
  useEffect(() => latest.current(WHOLE, false), [subject]);

  useEffect(() => {
    const stage = surface.current;
    if (!stage) return;
    const pointers = new Map<number, Point>();
    let moved = 0;
    const at = (event: { clientX: number; clientY: number }): Point => {
      const box = stage.getBoundingClientRect();
      return { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 };
    };
    const down = (event: PointerEvent) => {
      pointers.set(event.pointerId, at(event));
      stage.setPointerCapture(event.pointerId);
      if (pointers.size === 1) moved = 0;
    };
    const move = (event: PointerEvent) => {
      if (!pointers.has(event.pointerId)) return;
      const before = middle([...pointers.values()]);
      pointers.set(event.pointerId, at(event));
      const after = middle([...pointers.values()]);
      moved += Math.hypot(after.x - before.x, after.y - before.y) + (pointers.size > 1 ? CLICK_SLOP : 0);
      const zoomed =
        pointers.size > 1 ? zoomAt(view.current, after.distance / before.distance, after.x, after.y) : view.current;
      latest.current({ ...zoomed, x: zoomed.x + after.x - before.x, y: zoomed.y + after.y - before.y }, false);
    };
    const up = (event: PointerEvent) => {
      if (!pointers.delete(event.pointerId) || pointers.size > 0 || moved > CLICK_SLOP || event.type !== 'pointerup')
        return;
      const { x, y } = at(event);
      latest.current(view.current.scale > 1 ? WHOLE : zoomAt(WHOLE, CLICK_SCALE, x, y), true);
    };
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const { x, y } = at(event);
      latest.current(zoomAt(view.current, Math.exp(-event.deltaY / 300), x, y), false);
    };
    stage.addEventListener('pointerdown', down);
    stage.addEventListener('pointermove', move);
    stage.addEventListener('pointerup', up);
    stage.addEventListener('pointercancel', up);
    stage.addEventListener('wheel', wheel, { passive: false });
    return () => {
      stage.removeEventListener('pointerdown', down);
      stage.removeEventListener('pointermove', move);
      stage.removeEventListener('pointerup', up);
      stage.removeEventListener('pointercancel', up);
      stage.removeEventListener('wheel', wheel);
    };
  }, []);

  return { surface, image, by: (factor: number) => latest.current(zoomAt(view.current, factor, 0, 0), true) };
}
