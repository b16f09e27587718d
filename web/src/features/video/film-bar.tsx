import { Captions, CaptionsOff, Maximize, Volume2, VolumeX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Media } from '../../../../shared/contracts/index.ts';
import { formatDuration } from '../../format/duration.ts';
import { cx } from '../../ui/class-names.ts';
import type { useCaptions } from './use-captions.ts';
import type { Playback } from './use-playback.ts';

interface FilmBarProps {
  media: Media;
  play: Playback;
  captions: ReturnType<typeof useCaptions>;
  onFullScreen: () => void;
}

/** Where the film is, its sound, captions and the whole screen, along its lower edge. */
export function FilmBar({ media, play, captions, onFullScreen }: FilmBarProps) {
  const length = play.duration ?? media.duration ?? 0;
  const { tracks, shown } = captions;
  const share = length > 0 ? (play.time / length) * 100 : 0;
  return (
    <div className="absolute inset-x-0 bottom-0 z-[2] bg-gradient-to-t from-black/65 to-transparent px-2 pb-1 pt-8 text-white">
      <div className="flex items-center">
        <span className="tabular pl-1.5 text-xs font-medium">
          {formatDuration(play.time)} / {formatDuration(length)}
        </span>
        <span className="flex-1" />
        {tracks.length > 0 && (
          <BarButton
            label={shown ? `Captions: ${shown.label}` : 'Captions: off'}
            pressed={shown !== undefined}
            onPress={captions.next}
          >
            {shown ? <Captions className="size-5" /> : <CaptionsOff className="size-5" />}
          </BarButton>
        )}
        <BarButton label={play.sound ? 'Turn sound off' : 'Turn sound on'} onPress={play.toggleSound}>
          {play.sound ? <Volume2 className="size-5" /> : <VolumeX className="size-5" />}
        </BarButton>
        <BarButton label="Whole screen" onPress={onFullScreen}>
          <Maximize className="size-4.5" />
        </BarButton>
      </div>
      <input
        type="range"
        aria-label="Place in the video"
        aria-valuetext={`${formatDuration(play.time)} of ${formatDuration(length)}`}
        min={0}
        max={length || 1}
        step={0.1}
        value={Math.min(play.time, length || 1)}
        onChange={(event) => play.seek(Number(event.target.value))}
        className={cx('film-line block h-4 w-full')}
        style={{ '--share': `${share}%` } as React.CSSProperties}
      />
    </div>
  );
}

interface BarButtonProps {
  label: string;
  pressed?: boolean;
  onPress: () => void;
  children: ReactNode;
}

function BarButton({ label, pressed, onPress, children }: BarButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      onClick={onPress}
      className="flex size-10 items-center justify-center rounded-full transition hover:bg-white/15"
    >
      {children}
    </button>
  );
}
