import { Play } from 'lucide-react';
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react';
import type { Media } from '../../../../shared/contracts/index.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Photo } from '../media/photo.tsx';
import { useTaps } from '../media/use-taps.ts';
import { FilmBar } from './film-bar.tsx';
import { liftCues, useCaptions } from './use-captions.ts';
import { useFilmSource } from './use-film-source.ts';
import { useFreshMedia } from './use-fresh-media.ts';
import { useInView } from './use-in-view.ts';
import { usePlayback } from './use-playback.ts';

/** What an arrow key moves by. */
const STEP_SECONDS = 5;

export interface FilmHandle {
  /** Acts on a key of the post around it; false when it means nothing here. */
  press: (key: string) => boolean;
}

/** iPhones give the whole screen to a film only. */
type IphoneVideo = HTMLVideoElement & { webkitEnterFullscreen?: () => void };

interface FilmProps {
  media: Media;
  sizes: string;
  /** Not the one of its album that is looked at. */
  aside?: boolean;
  onDoubleTap: () => void;
  ref?: Ref<FilmHandle> | undefined;
}

/**
 * A film: without sound and by itself while it is looked at, unless less motion or data is asked for. Space plays and pauses,
 * M is the sound, C the captions, F the whole screen, arrows move.
 */
export default function Film({ media: given, sizes, aside = false, onDoubleTap, ref }: FilmProps) {
  const frame = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const view = useInView(frame);
  const { media, failed, renew, retry, settled } = useFreshMedia(given);
  const [wanted, setWanted] = useState(false);
  const play = usePlayback(video, { visible: view === 'shown' && !aside, onWanted: () => setWanted(true) });
  useFilmSource(video, media.urls, wanted || (view !== 'away' && !aside && play.automatic), renew);
  const captions = useCaptions(video, media.captions);
  const tap = useTaps({ onSingle: play.toggle, onDouble: onDoubleTap });

  const fullScreen = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else if (frame.current?.requestFullscreen) void frame.current.requestFullscreen();
    else (video.current as IphoneVideo | null)?.webkitEnterFullscreen?.();
  };
  const press = (key: string): boolean => {
    if (key === ' ') play.toggle();
    else if (key === 'm') play.toggleSound();
    else if (key === 'c' && captions.tracks.length > 0) captions.next();
    else if (key === 'f') fullScreen();
    else return false;
    return true;
  };
  useImperativeHandle(ref, () => ({ press }));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // A button does its own part with the space bar, a slider with the arrows.
    const isControl = event.target instanceof HTMLButtonElement || event.target instanceof HTMLInputElement;
    const isSlider = event.target instanceof HTMLInputElement;
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      if (!isSlider) play.seekBy(event.key === 'ArrowRight' ? STEP_SECONDS : -STEP_SECONDS);
      else return event.stopPropagation();
    } else if ((event.key === ' ' && isControl) || !press(event.key.toLowerCase())) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const words = media.altText ? `video: ${media.altText}` : 'video';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the controls inside.
    <div ref={frame} onKeyDown={onKeyDown} className="group/film relative size-full bg-black">
      {!play.started && <Photo media={media} sizes={sizes} fit="contain" />}
      <video
        ref={video}
        muted={!play.sound}
        loop
        playsInline
        // Far away it gives its source back; coming back it begins from its picture.
        poster={play.started ? media.urls?.poster : undefined}
        preload={play.automatic ? 'auto' : 'metadata'}
        width={media.width ?? undefined}
        height={media.height ?? undefined}
        tabIndex={-1}
        aria-hidden="true"
        {...play.events}
        onLoadedData={settled}
        onError={() => void renew()}
        className={cx('absolute inset-0 size-full object-contain', !play.started && 'opacity-0')}
      >
        {captions.tracks.map(({ language, label, url }) => (
          <track key={language} ref={liftCues} kind="subtitles" srcLang={language} label={label} src={url} />
        ))}
      </video>
      <button
        type="button"
        aria-label={play.playing ? `Pause ${words}` : `Play ${words}`}
        onClick={tap}
        className="absolute inset-0 touch-pan-y select-none focus-visible:-outline-offset-4"
      >
        {!play.playing && !failed && (
          <span className="appear absolute inset-0 m-auto flex size-16 items-center justify-center rounded-full bg-black/55 text-white">
            <Play className="ml-1 size-7 fill-current" aria-hidden="true" />
          </span>
        )}
      </button>
      {failed ? (
        <div
          role="alert"
          className="absolute inset-0 flex flex-col items-center justify-center gap-3 bg-black/60 text-white"
        >
          This video did not load.
          <Button look="quiet" size="small" onClick={retry}>
            Try again
          </Button>
        </div>
      ) : (
        <FilmBar media={media} play={play} captions={captions} onFullScreen={fullScreen} />
      )}
    </div>
  );
}
