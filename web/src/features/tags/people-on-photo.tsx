import { Link } from '@tanstack/react-router';
import { UserRound } from 'lucide-react';
import { useState } from 'react';
import type { Media, Post } from '../../../../shared/contracts/index.ts';
import { ratioOf } from '../media/frame-ratio.ts';
import { placeInFrame } from './place-in-frame.ts';

interface PeopleOnPhotoProps {
  people: Post['people'];
  media: Media;
  frame: number;
}

const percent = (share: number) => `${Math.min(0.94, Math.max(0.06, share)) * 100}%`;

/** Who is on the photo, shown where they are when asked for. */
export function PeopleOnPhoto({ people, media, frame }: PeopleOnPhotoProps) {
  const [shown, setShown] = useState(false);
  const here = people.filter(({ mediaId }) => mediaId === media.id);
  if (here.length === 0) return null;
  return (
    <>
      <button
        type="button"
        aria-expanded={shown}
        aria-label={shown ? 'Hide people' : 'Show people'}
        onClick={() => setShown(!shown)}
        className="absolute bottom-2 right-2 z-[3] flex size-8 items-center justify-center rounded-full bg-black/55 text-white transition hover:bg-black/75"
      >
        <UserRound className="size-4" />
      </button>
      {shown &&
        here.map(({ userId, username, ...at }) => {
          const { x, y } = placeInFrame(at, ratioOf(media), frame);
          return (
            <Link
              key={userId}
              to="/@{$username}"
              params={{ username }}
              className="appear absolute z-[3] -translate-x-1/2 -translate-y-1/2 rounded-full bg-black/75 px-3 py-1.5 text-xs font-medium text-white"
              style={{ left: percent(x), top: percent(y) }}
            >
              {username}
            </Link>
          );
        })}
    </>
  );
}
