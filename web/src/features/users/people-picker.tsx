import { Check, Search } from 'lucide-react';
import { useState } from 'react';
import type { Author } from '../../../../shared/contracts/index.ts';
import { describeError } from '../../api/describe-error.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { cx } from '../../ui/class-names.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { inputClass } from '../../ui/text-field.tsx';
import { nameOf } from './find-choices.ts';
import { PersonRowsSkeleton } from './person-row.tsx';
import { useChoices } from './use-choices.ts';

interface PeoplePickerProps {
  onPick: (person: Author) => void;
  /** Several may be picked: each row shows whether it is. Without it a press is the choice. */
  pickedIds?: ReadonlySet<string>;
  /** No more may be picked. */
  full?: boolean;
  /** Being seen to. */
  busyId?: string | undefined;
}

/** Finds people by name among those one knows, and anybody by their whole username. */
export function PeoplePicker({ onPick, pickedIds, full = false, busyId }: PeoplePickerProps) {
  const [typed, setTyped] = useState('');
  const { people, isPending, isLooking, error, more } = useChoices(typed);
  const nobody = !isPending && !isLooking && people.length === 0;
  return (
    <>
      <div className="relative">
        <Search className="pointer-events-none absolute left-3.5 top-1/2 size-4.5 -translate-y-1/2 text-faint" />
        <input
          type="search"
          aria-label="Search people"
          placeholder="Name or whole username"
          autoCapitalize="none"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            const [first] = people;
            if (event.key !== 'Enter' || !nameOf(typed) || !first || isLooking) return;
            event.preventDefault();
            onPick(first);
          }}
          className={`${inputClass} h-11 pl-10`}
        />
      </div>
      <div className="min-h-72 pt-2">
        {isPending && <PersonRowsSkeleton />}
        {error && (
          <p role="alert" className="py-3 text-danger">
            {describeError(error)}
          </p>
        )}
        <ul aria-label="People">
          {people.map((person) => (
            <li key={person.id}>
              <Choice
                person={person}
                picked={pickedIds?.has(person.id)}
                disabled={full && !pickedIds?.has(person.id)}
                busy={busyId === person.id}
                onPress={() => onPick(person)}
              />
            </li>
          ))}
        </ul>
        <p aria-live="polite" className={cx('text-center text-soft text-pretty', nobody && 'px-4 py-8')}>
          {nobody &&
            (nameOf(typed)
              ? `Nobody found for “${typed.trim()}”. Type a whole username to find people you do not follow.`
              : 'Whom you follow and write with appears here. Type a whole username to find anybody.')}
        </p>
        {!isPending && more.hasNextPage && <LoadMore query={more} ahead="200px" />}
      </div>
    </>
  );
}

interface ChoiceProps {
  person: Author;
  picked: boolean | undefined;
  disabled: boolean;
  busy: boolean;
  onPress: () => void;
}

function Choice({ person, picked, disabled, busy, onPress }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={picked}
      aria-busy={busy}
      disabled={disabled}
      onClick={onPress}
      className="-mx-2 flex w-[calc(100%+1rem)] items-center gap-3 rounded-lg p-2 text-left transition hover:bg-raised focus-visible:-outline-offset-2 disabled:opacity-45"
    >
      <Avatar user={person} size={44} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-semibold">{person.username}</span>
        <span className="block truncate text-soft">{person.fullName}</span>
      </span>
      {busy && <Spinner className="size-5 text-accent" />}
      {picked !== undefined && (
        <span
          aria-hidden="true"
          className={cx(
            'flex size-6 shrink-0 items-center justify-center rounded-full border transition',
            picked ? 'border-transparent bg-accent-fill text-on-accent' : 'border-edge',
          )}
        >
          {picked && <Check className="size-4" strokeWidth={2.5} />}
        </span>
      )}
    </button>
  );
}
