import { Pause, Play } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Media } from '../../../../shared/contracts/index.ts';
import { cx } from '../../ui/class-names.ts';
import { mayMove } from '../video/may-move.ts';
import { useInView } from '../video/use-in-view.ts';

interface AnimationProps {
  media: Media;
  fit: 'cover' | 'contain';
  /** Not the one of its album that is looked at. */
  aside?: boolean;
}

/** An animated picture over its still: it moves while it is looked at, unless less motion or data is asked for. */
export default function Animation({ media, fit, aside = false }: AnimationProps) {
  const layer = useRef<HTMLDivElement>(null);
  const view = useInView(layer);
  const [moving, setMoving] = useState(mayMove);
  const plays = moving && view === 'shown' && !aside;
  return (
    <div ref={layer} className="pointer-events-none absolute inset-0 z-[1]">
      {plays && (
        <img
          src={media.urls?.animated}
          alt=""
          draggable={false}
          className={cx('size-full', fit === 'cover' ? 'object-cover' : 'object-contain')}
        />
      )}
      <button
        type="button"
        aria-label={moving ? 'Pause animation' : 'Play animation'}
        title={moving ? 'Pause animation' : 'Play animation'}
        onClick={() => setMoving(!moving)}
        className="pointer-events-auto absolute left-2 top-2 flex size-8 items-center justify-center rounded-full bg-black/55 text-white transition hover:bg-black/75"
      >
        {moving ? <Pause className="size-4 fill-current" /> : <Play className="size-4 fill-current" />}
      </button>
    </div>
  );
}
