import type { Post } from '../../../../shared/contracts/index.ts';

/** How near the map opens: a few streets. */
const ZOOM = 16;

/** The name of a place, which leads to it on a map. */
export function PlaceLink({ place }: { place: NonNullable<Post['location']> }) {
  const { lat, lon, name } = place;
  return (
    <a
      href={`https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=${ZOOM}/${lat}/${lon}`}
      target="_blank"
      rel="noreferrer"
      className="block truncate rounded-sm text-xs text-soft hover:underline"
    >
      {name}
      <span className="sr-only"> on a map, in a new tab</span>
    </a>
  );
}
