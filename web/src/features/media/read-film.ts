/** Longer than this a browser needs for no film that it can show. */
const PATIENCE_MS = 8_000;
const POSTER_EDGE = 1_920;
const POSTER_QUALITY = 0.85;
/** The very first frame is often black. */
const POSTER_AT = { seconds: 1, share: 0.25 };

export interface FilmFacts {
  /** Seconds; null when this browser cannot tell. */
  duration: number | null;
  poster: Blob | null;
}

const NOTHING: FilmFacts = { duration: null, poster: null };

/** What this browser can tell of a film before it is sent: how long it is, and a frame of it. It never throws. */
export async function readFilm(blob: Blob): Promise<FilmFacts> {
  const video = document.createElement('video');
  const url = URL.createObjectURL(blob);
  video.muted = true;
  video.playsInline = true;
  video.preload = 'auto';
  video.src = url;
  try {
    await until(video, 'loadeddata');
    const duration = Number.isFinite(video.duration) ? video.duration : null;
    video.currentTime = Math.min(POSTER_AT.seconds, (duration ?? 0) * POSTER_AT.share);
    await until(video, 'seeked');
    return { duration, poster: await frameOf(video) };
  } catch {
    return NOTHING;
  } finally {
    video.removeAttribute('src');
    video.load();
    URL.revokeObjectURL(url);
  }
}

function until(video: HTMLVideoElement, event: 'loadeddata' | 'seeked'): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('too slow')), PATIENCE_MS);
    const settle = (finish: () => void) => () => {
      clearTimeout(timer);
      finish();
    };
    video.addEventListener(event, settle(resolve), { once: true });
    video.addEventListener('error', settle(reject as () => void), { once: true });
  });
}

function frameOf(video: HTMLVideoElement): Promise<Blob | null> {
  const { videoWidth, videoHeight } = video;
  const scale = Math.min(1, POSTER_EDGE / Math.max(videoWidth, videoHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  const context = canvas.getContext('2d');
  if (!context || canvas.width === 0) return Promise.resolve(null);
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', POSTER_QUALITY));
}
