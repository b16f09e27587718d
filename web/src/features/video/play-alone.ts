let playing: HTMLVideoElement | null = null;

/** One film plays at a time: starting one pauses the other. */
export function playAlone(video: HTMLVideoElement): void {
  if (playing && playing !== video) playing.pause();
  playing = video;
}
