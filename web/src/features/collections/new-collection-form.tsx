import { useState } from 'react';
import type { Collection } from '../../../../shared/contracts/index.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useCreateCollection } from './use-collections.ts';

/** As the API takes it. */
export const COLLECTION_NAME_MAX = 60;

interface NewCollectionFormProps {
  /** Whether it stands alone and takes the focus. */
  autoFocus?: boolean;
  onMade: (made: Collection) => void;
}

/** A name, and a private collection of it. */
export function NewCollectionForm({ autoFocus = false, onMade }: NewCollectionFormProps) {
  const [name, setName] = useState('');
  const [key, setKey] = useState(() => crypto.randomUUID());
  const create = useCreateCollection();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const given = name.trim();
        if (!given) return;
        create.mutate(
          { name: given, key },
          {
            onSuccess: (made) => {
              setName('');
              setKey(crypto.randomUUID());
              onMade(made);
            },
          },
        );
      }}
    >
      <TextField
        label="New collection"
        placeholder="Its name"
        autoComplete="off"
        autoFocus={autoFocus}
        maxLength={COLLECTION_NAME_MAX}
        value={name}
        error={create.error ? describeError(create.error) : undefined}
        onChange={(event) => {
          setName(event.target.value);
          // Another name makes another collection.
          setKey(crypto.randomUUID());
        }}
        action={
          <Button look="quiet" type="submit" className="h-12 sm:h-11" busy={create.isPending} disabled={!name.trim()}>
            Create
          </Button>
        }
      />
    </form>
  );
}
