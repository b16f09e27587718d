import { useMutation } from '@tanstack/react-query';
import { UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import type { User } from '../../../../shared/contracts/index.ts';
import { isStatus } from '../../api/api-error.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { DraftTag } from '../compose/draft.ts';
import { TaggedPeople } from './tagged-people.tsx';

interface TagPeopleProps {
  people: DraftTag[];
  open: boolean;
  point: { x: number; y: number };
  onOpen: (open: boolean) => void;
  onChange: (people: DraftTag[]) => void;
}

/** Names the people on a photo; each may take their tag off. */
export function TagPeople({ people, open, point, onOpen, onChange }: TagPeopleProps) {
  const [name, setName] = useState('');
  const add = useMutation({
    mutationFn: (username: string) => api.get<User>(`/users/by-username/${encodeURIComponent(username)}`),
    onSuccess: ({ id, username }) => {
      onChange([...people.filter(({ userId }) => userId !== id), { userId: id, username, ...point }]);
      setName('');
    },
  });
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
      {open ? (
        <TextField
          label="Who is on the photo"
          placeholder="Username"
          hint="Press on the photo to say where."
          autoCapitalize="none"
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
              <Button look="plain" className="h-12 sm:h-11" onClick={() => onOpen(false)}>
                Done
              </Button>
            </>
          }
        />
      ) : (
        <Button look="quiet" size="small" onClick={() => onOpen(true)}>
          <UserRoundPlus className="size-4" /> Tag people
        </Button>
      )}
      <TaggedPeople people={people} onChange={onChange} />
    </div>
  );
}
