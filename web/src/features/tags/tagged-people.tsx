import { X } from 'lucide-react';

interface TaggedPeopleProps<T> {
  people: T[];
  onChange: (people: T[]) => void;
}

/** Who is tagged, each with the way to take the tag off. */
export function TaggedPeople<T extends { userId: string; username: string }>({
  people,
  onChange,
}: TaggedPeopleProps<T>) {
  if (people.length === 0) return null;
  return (
    <ul aria-label="Tagged people" className="mt-3 flex flex-wrap gap-2">
      {people.map((tag) => (
        <li
          key={`${tag.userId} ${'mediaId' in tag ? tag.mediaId : ''}`}
          className="flex items-center rounded-full bg-raised pl-3 text-sm"
        >
          {tag.username}
          <button
            type="button"
            aria-label={`Remove the tag of ${tag.username}`}
            className="flex size-8 items-center justify-center rounded-full text-faint hover:text-strong"
            onClick={() => onChange(people.filter((other) => other !== tag))}
          >
            <X className="size-3.5" />
          </button>
        </li>
      ))}
    </ul>
  );
}
