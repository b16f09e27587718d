import { useMutation } from '@tanstack/react-query';
import { UserRoundPlus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { User } from '../../../../shared/contracts/index.ts';
import { isStatus } from '../../api/api-error.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TaggedPeople } from './tagged-people.tsx';
import type { Tagging } from './use-tagging.ts';

interface TagPeopleProps {
  tagging: Tagging;
  /** Which of several photos. */
  label?: string;
}

/** Names the people on a photo; each may take their tag off. */
export function TagPeople({ tagging, label = 'Tag people' }: TagPeopleProps) {
  const { people, isOpen, news, open, tag, change } = tagging;
  const [name, setName] = useState('');
  const add = useMutation({
    mutationFn: (username: string) => api.get<User>(`/users/by-username/${encodeURIComponent(username)}`),
    onSuccess: ({ id, username }) => {
      tag({ userId: id, username });
      setName('');
    },
  });
  const field = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const was = useRef(isOpen);
  // What was pressed is gone: the keyboard goes on with what took its place. On phones a field would cover the photo.
  useEffect(() => {
    if (was.current === isOpen) return;
    was.current = isOpen;
    if (!isOpen) opener.current?.focus();
    else if (window.matchMedia('(pointer: fine)').matches) field.current?.focus();
  }, [isOpen]);
  const submit = () => {
    const username = name.trim().replace(/^@/, '');
    if (username) add.mutate(username);
  };
  const problem = add.error
    ? isStatus(add.error, 404)
      ? `Nobody here is called ${add.variables}.`
      : describeError(add.error)
    : undefined;
  return (
    <div className="mt-4">
      {isOpen ? (
        <TextField
          ref={field}
          label="Who is on the photo"
          placeholder="Username"
          hint="Press on the photo to say where. Drag a name to move it, or use the arrow keys on it."
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          value={name}
          error={problem}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            submit();
          }}
          action={
            <>
              <Button
                look="quiet"
                className="h-12 sm:h-11"
                busy={add.isPending}
                disabled={!name.trim()}
                onClick={submit}
              >
                Tag
              </Button>
              <Button look="plain" className="h-12 sm:h-11" onClick={() => open(false)}>
                Done
              </Button>
            </>
          }
        />
      ) : (
        <Button ref={opener} look="quiet" size="small" onClick={() => open(true)}>
          <UserRoundPlus className="size-4" /> {label}
        </Button>
      )}
      <TaggedPeople people={people} onChange={change} />
      <p role="status" className="sr-only">
        {news}
      </p>
    </div>
  );
}
