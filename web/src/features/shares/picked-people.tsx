import { X } from 'lucide-react';
import type { Author } from '../../../../shared/contracts/index.ts';
import { Avatar } from '../../ui/avatar.tsx';

interface PickedPeopleProps {
  people: readonly Author[];
  onRemove: (person: Author) => void;
}

/** Who gets it; each is taken out with a press. */
export function PickedPeople({ people, onRemove }: PickedPeopleProps) {
  if (people.length === 0) return null;
  return (
    <ul aria-label="Chosen people" className="flex max-h-24 flex-wrap gap-2 overflow-y-auto pb-3">
      {people.map((person) => (
        <li key={person.id}>
          <button
            type="button"
            aria-label={`Take ${person.username} out`}
            onClick={() => onRemove(person)}
            className="flex h-8 items-center gap-1.5 rounded-full bg-raised pl-1 pr-2 text-sm hover:bg-pressed"
          >
            <Avatar user={person} size={24} />
            <span className="max-w-32 truncate">{person.username}</span>
            <X className="size-3.5 text-faint" aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
