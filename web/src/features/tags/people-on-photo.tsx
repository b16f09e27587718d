import { Link } from '@tanstack/react-router';
import { UserRound } from 'lucide-react';
import { useState } from 'react';
import type { Media, Post } from '../../../../shared/contracts/index.ts';
import { ratioOf } from '../media/frame-ratio.ts';

interface PeopleOnPhotoProps {
  people: Post['people'];
  media: Media;
}

const percent = (share: number) => `${Math.min(0.94, Math.max(0.06, share)) * 100}%`;

/** Who is on the photo, shown where they are when asked for. */
export function PeopleOnPhoto({ people, media }: PeopleOnPhotoProps) {
  const [shown, setShown] = useState(false);
  const here = people.filter(({ mediaId }) => mediaId === media.id);
  if (here.length === 0) return null;
  const ratio = ratioOf(media);
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
      {shown && (
        // Lies on the photo, which is shown whole in whatever box is around it.
        <div className="@container-size pointer-events-none absolute inset-0 z-[3]">
          <div
            className="absolute inset-0 m-auto"
            style={{ aspectRatio: ratio, width: `min(100cqw, 100cqh * ${ratio})` }}
          >
            {here.map(({ userId, username, x, y }) => (
              <Link
                key={userId}
                to="/@{$username}"
                params={{ username }}
                className="appear pointer-events-auto absolute -translate-x-1/2 -translate-y-1/2 rounded-full bg-black/75 px-3 py-1.5 text-xs font-medium text-white"
                style={{ left: percent(x), top: percent(y) }}
              >
                {username}
              </Link>
            ))}
          </div>
        </div>
      )}
    </>
  );
}
