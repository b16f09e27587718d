import { type RefObject, useEffect, useState } from 'react';

/** Near enough to load, and visible enough to play. */
export type View = 'away' | 'near' | 'shown';

const NEAR = '600px';
const SHOWN_SHARE = 0.6;

/** How an element stands to the window. A page that is not looked at shows nothing. */
export function useInView(element: RefObject<HTMLElement | null>): View {
  const [near, setNear] = useState(false);
  const [shown, setShown] = useState(false);
  const [looking, setLooking] = useState(!document.hidden);

  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const nearby = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), { rootMargin: NEAR });
    const seen = new IntersectionObserver(([entry]) => setShown((entry?.intersectionRatio ?? 0) >= SHOWN_SHARE), {
      threshold: [0, SHOWN_SHARE],
    });
    nearby.observe(target);
    seen.observe(target);
    const look = () => setLooking(!document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => {
      nearby.disconnect();
      seen.disconnect();
      document.removeEventListener('visibilitychange', look);
    };
  }, [element]);

  if (shown && looking) return 'shown';
  return near ? 'near' : 'away';
}
