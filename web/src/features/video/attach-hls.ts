import Hls from 'hls.js/light';

/** Plays HLS where the browser does not by itself. The worker is off: the content security policy allows none from a blob. */
export function attachHls(video: HTMLVideoElement, url: string, onError: () => void): { destroy: () => void } {
  const player = new Hls({ enableWorker: false, capLevelToPlayerSize: true });
  player.on(Hls.Events.ERROR, (_event, { fatal }) => {
    if (fatal) onError();
  });
  player.loadSource(url);
  player.attachMedia(video);
  return player;
}
