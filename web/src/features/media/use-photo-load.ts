import { useEffect, useState } from 'react';
import type { Media } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';

/** A photo that did not load is tried again after this, then twice as long each time, and when the line is back. */
const RETRY_MS = 2_000;
const MOST_DOUBLINGS = 6;

/**
 * How far a photo has come. What fails is asked for anew: addresses of private photos are good for minutes only, and a page
 * may stand open for hours.
 */
export function usePhotoLoad(given: Media) {
  const [state, setState] = useState<'loading' | 'sharp' | 'failed'>('loading');
  const [attempt, setAttempt] = useState(0);
  const [renewed, setRenewed] = useState<Media | null>(null);

  useEffect(() => {
    if (state !== 'failed') return;
    const controller = new AbortController();
    const again = async () => {
      const media = await api.get<Media>(`/media/${given.id}`, {}, controller.signal).catch(() => null);
      if (controller.signal.aborted) return;
      setRenewed(media);
      setAttempt((count) => count + 1);
      setState('loading');
    };
    const timer = window.setTimeout(again, RETRY_MS * 2 ** Math.min(attempt, MOST_DOUBLINGS));
    window.addEventListener('online', again);
    return () => {
      controller.abort();
      window.clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [state, attempt, given.id]);

  return {
    media: renewed ?? given,
    state,
    attempt,
    onLoad: () => setState('sharp'),
    onError: () => setState('failed'),
    /** A picture from the browser's cache is there before anybody listens. */
    settle: (image: HTMLImageElement | null) => {
      if (image?.complete && image.naturalWidth > 0) setState('sharp');
    },
  };
}
