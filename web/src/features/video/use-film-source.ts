import { type RefObject, useEffect } from 'react';
import type { Media } from '../../../../shared/contracts/index.ts';

const HLS_TYPE = 'application/vnd.apple.mpegurl';

/**
 * Gives the film to its element: one file as it is, HLS natively or by hls.js, which travels only where it is needed.
 * Nothing is asked for until `wanted`.
 */
export function useFilmSource(
  element: RefObject<HTMLVideoElement | null>,
  urls: Media['urls'],
  wanted: boolean,
  onError: () => void,
): void {
  const file = urls?.video;
  const hls = urls?.hls;
  useEffect(() => {
    const video = element.current;
    if (!video || !wanted) return;
    const direct = hls && video.canPlayType(HLS_TYPE) ? hls : file;
    if (direct) {
      video.src = direct;
      return () => {
        video.removeAttribute('src');
        video.load();
      };
    }
    if (!hls) return;
    let stopped = false;
    let player: { destroy: () => void } | undefined;
    void import('./attach-hls.ts').then(
      ({ attachHls }) => {
        if (!stopped) player = attachHls(video, hls, onError);
      },
      () => onError(),
    );
    return () => {
      stopped = true;
      player?.destroy();
    };
  }, [element, file, hls, wanted, onError]);
}
