import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { UserSettings } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useKeptText } from '../../ui/use-kept-text.ts';
import { useMe } from '../auth/session.ts';
import { settingsQuery } from './settings-query.ts';

/** Words that keep a comment on one's posts from being seen. */
export function HiddenWords() {
  const queryClient = useQueryClient();
  const me = useMe();
  const [word, setWord] = useKeptText(`hidden-word.${me?.id}`);
  const { data } = useQuery(settingsQuery);
  const save = useMutation({
    mutationFn: (hiddenWords: string[]) => api.patch<UserSettings>('/users/me/settings', { hiddenWords }),
    onSuccess: (settings) => queryClient.setQueryData(queryKeys.settings, settings),
  });
  const words = data?.hiddenWords ?? [];
  return (
    <div className="py-3.5">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const added = word.trim();
          if (added) save.mutate([...words.filter((old) => old !== added), added], { onSuccess: () => setWord('') });
        }}
      >
        <TextField
          label="Hidden words"
          placeholder="A word or phrase"
          value={word}
          disabled={!data}
          error={save.error ? describeError(save.error) : undefined}
          onChange={(event) => setWord(event.target.value)}
          action={
            <Button look="quiet" type="submit" className="h-12 sm:h-11" busy={save.isPending} disabled={!word.trim()}>
              Hide
            </Button>
          }
        />
      </form>
      <p className="mt-1.5 text-xs text-faint">Comments on your posts that hold one of these wait for your approval.</p>
      {words.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-2">
          {words.map((hidden) => (
            <li key={hidden} className="flex items-center rounded-full bg-raised pl-3 text-sm">
              {hidden}
              <button
                type="button"
                aria-label={`Show ${hidden} again`}
                className="flex size-8 items-center justify-center rounded-full text-faint hover:text-strong"
                onClick={() => save.mutate(words.filter((old) => old !== hidden))}
              >
                <X className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
