import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { mayMove } from './may-move.ts';
import { playAlone } from './play-alone.ts';
import { isSoundOn, setSound, subscribeSound } from './sound.ts';

interface PlaybackOptions {
  visible: boolean;
  /** Somebody pressed play: what was not loaded is wanted now. */
  onWanted: () => void;
}

/** Playing and pausing one film: by itself while it is visible, and by hand, which is remembered. */
export function usePlayback(element: RefObject<HTMLVideoElement | null>, { visible, onWanted }: PlaybackOptions) {
  const [automatic] = useState(mayMove);
  const [playing, setPlaying] = useState(false);
  const [started, setStarted] = useState(false);
  const [time, setTime] = useState(0);
  const [duration, setDuration] = useState<number | null>(null);
  const sound = useSyncExternalStore(subscribeSound, isSoundOn);
  /** What the person asked for; it outlives scrolling away. */
  const asked = useRef<'play' | 'pause' | null>(null);

  const begin = () => {
    const video = element.current;
    if (!video) return;
    playAlone(video);
    // A browser may refuse sound that nobody asked for on this page.
    video.play().catch((error: unknown) => {
      if (!(error instanceof DOMException) || error.name !== 'NotAllowedError' || video.muted) return;
      setSound(false);
      video.muted = true;
      void video.play().catch(() => {});
    });
  };
  const latest = useRef(begin);
  latest.current = begin;

  useEffect(() => {
    const video = element.current;
    if (!video) return;
    if (visible && asked.current !== 'pause' && (automatic || asked.current === 'play')) latest.current();
    if (!visible) video.pause();
  }, [element, visible, automatic]);

  const toggle = () => {
    const video = element.current;
    if (!video) return;
    if (!video.paused) {
      asked.current = 'pause';
      video.pause();
      return;
    }
    asked.current = 'play';
    onWanted();
    // The source is there after the next render.
    requestAnimationFrame(begin);
  };
  const seek = (to: number) => {
    const video = element.current;
    if (video && duration !== null) video.currentTime = Math.min(duration, Math.max(0, to));
  };

  return {
    automatic,
    playing,
    started,
    sound,
    time,
    duration,
    toggle,
    seek,
    seekBy: (seconds: number) => seek((element.current?.currentTime ?? 0) + seconds),
    toggleSound: () => setSound(!isSoundOn()),
    events: {
      onPlay: () => setPlaying(true),
      onPause: () => setPlaying(false),
      onPlaying: () => setStarted(true),
      onSeeked: () => setStarted(true),
      onTimeUpdate: () => setTime(element.current?.currentTime ?? 0),
      onDurationChange: () => {
        const length = element.current?.duration ?? Number.NaN;
        setDuration(Number.isFinite(length) ? length : null);
      },
      // What becomes ready while it is looked at begins then.
      onCanPlay: () => {
        const wants = asked.current === 'play' || (automatic && asked.current === null);
        if (visible && wants && element.current?.paused) begin();
      },
    },
  };
}

export type Playback = ReturnType<typeof usePlayback>;
