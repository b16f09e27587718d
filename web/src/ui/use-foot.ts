import { type RefCallback, useCallback } from 'react';

/**
 * Tells the page how high its foot is, where one writes, so that toasts stand above it. `where` is the media query of the
 * screens on which the element is the foot.
 */
export function useFoot(where = 'all'): RefCallback<HTMLElement> {
  return useCallback(
    (element) => {
      if (!element) return;
      const { style } = document.documentElement;
      const watcher = new ResizeObserver(() => {
        const height = window.matchMedia(where).matches ? element.offsetHeight : 0;
        style.setProperty('--foot', `${height}px`);
      });
      watcher.observe(element);
      return () => {
        watcher.disconnect();
        style.removeProperty('--foot');
      };
    },
    [where],
  );
}
