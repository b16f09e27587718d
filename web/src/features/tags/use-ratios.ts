import { type RefObject, useEffect, useState } from 'react';

/** Width over height of a layer, and of the picture that is shown whole beneath it, as soon as that is known. */
export function useRatios(layer: RefObject<HTMLElement | null>): { photo: number; frame: number } {
  const [ratios, setRatios] = useState({ photo: 1, frame: 1 });
  useEffect(() => {
    const element = layer.current;
    const box = element?.parentElement;
    if (!element || !box) return;
    const measure = () => {
      const image = box.querySelector('img');
      const frame = element.clientWidth / Math.max(1, element.clientHeight);
      const photo = image?.naturalHeight ? image.naturalWidth / image.naturalHeight : frame;
      setRatios((old) => (old.photo === photo && old.frame === frame ? old : { photo, frame }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // Loading does not bubble; this hears of every picture that comes to the box.
    box.addEventListener('load', measure, true);
    return () => {
      observer.disconnect();
      box.removeEventListener('load', measure, true);
    };
  }, [layer]);
  return ratios;
}
