import { type RefCallback, useCallback } from 'react';

/** Tells the page how high its foot is, where one writes, so that toasts stand above it. */
export function useFoot(): RefCallback<HTMLElement> {
  return useCallback((element) => {
    if (!element) return;
    const { style } = document.documentElement;
    const watcher = new ResizeObserver(() => style.setProperty('--foot', `${element.offsetHeight}px`));
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      style.removeProperty('--foot');
    };
  }, []);
}
