import { LocateFixed, MapPin, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { LOCATION_NAME_MAX, type Location } from '../../../../shared/contracts/index.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { findPhotoPosition } from './photo-position.ts';
import { formatPosition, type Position, parsePosition, roundPosition, type TypedPlace } from './place.ts';

interface PlaceFieldProps {
  value: Location | null;
  /** What was typed already and may be no place yet; without it the fields show `value`. */
  typed?: TypedPlace | null;
  photos: readonly Blob[];
  onChange: (location: Location | null, typed: TypedPlace) => void;
}

function locate(): Promise<Position> {
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(roundPosition({ lat: coords.latitude, lon: coords.longitude })),
      () => reject(new Error('Your browser did not say where you are.')),
      { timeout: 10_000, maximumAge: 600_000 },
    );
  });
}

/** A place with a name. Nothing is read from a photo or the device unless asked for, and only to about 100 m. */
export function PlaceField({ value, typed = null, photos, onChange }: PlaceFieldProps) {
  const [name, setName] = useState(typed?.name ?? value?.name ?? '');
  const [where, setWhere] = useState(typed?.where ?? (value ? formatPosition(value) : ''));
  const [open, setOpen] = useState(name !== '' || where !== '');
  const [problem, setProblem] = useState<string>();

  const change = (nextName: string, nextWhere: string) => {
    setName(nextName);
    setWhere(nextWhere);
    setProblem(undefined);
    const position = parsePosition(nextWhere);
    const place = position && nextName.trim() ? { ...position, name: nextName.trim() } : null;
    onChange(place, { name: nextName, where: nextWhere });
  };
  const take = async (find: () => Promise<Position>) => {
    try {
      change(name, formatPosition(await find()));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };

  if (!open) {
    return (
      <Button look="quiet" className="justify-start" onClick={() => setOpen(true)}>
        <MapPin className="size-4.5" /> Add a place
      </Button>
    );
  }
  const unfinished = name.trim() && !parsePosition(where) ? 'Add where it is, or it will be left out.' : undefined;
  return (
    <fieldset className="flex flex-col gap-3 rounded-lg border border-hairline p-3.5">
      <legend className="sr-only">Place</legend>
      <TextField
        label="Place"
        placeholder="Its name, as people know it"
        maxLength={LOCATION_NAME_MAX}
        value={name}
        onChange={(event) => change(event.target.value, where)}
        action={
          <IconButton
            label="Remove place"
            onClick={() => {
              change('', '');
              setOpen(false);
            }}
          >
            <Trash2 className="size-4.5" />
          </IconButton>
        }
      />
      <TextField
        label="Where it is"
        placeholder="52.520, 13.405"
        inputMode="text"
        value={where}
        error={problem}
        hint={unfinished ?? 'To about 100 m.'}
        onChange={(event) => change(name, event.target.value)}
      />
      <div className="flex flex-wrap gap-2">
        {photos.length > 0 && (
          <Button size="small" look="quiet" onClick={() => take(() => findPhotoPosition(photos))}>
            <MapPin className="size-4" /> From the photo
          </Button>
        )}
        <Button size="small" look="quiet" onClick={() => take(locate)}>
          <LocateFixed className="size-4" /> Where I am
        </Button>
      </div>
    </fieldset>
  );
}
