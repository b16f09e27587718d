import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Captions, X } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { Media } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { inputClass } from '../../ui/text-field.tsx';
import { languageChoices } from './language-choices.ts';

/** Captions of a film, one WebVTT file a language, sent and taken away at once. */
export function CaptionsField({ media }: { media: Pick<Media, 'id' | 'captions'> }) {
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const queryClient = useQueryClient();
  const [tracks, setTracks] = useState(media.captions ?? []);
  const [language, setLanguage] = useState(() => navigator.language.split('-')[0] ?? 'en');
  const path = (tag: string) => `/media/${media.id}/captions/${tag}`;
  const refresh = () => queryClient.invalidateQueries({ queryKey: queryKeys.allPosts, refetchType: 'none' });

  const add = useMutation({
    mutationFn: (chosen: File) => api.put<Media>(path(language), new Blob([chosen], { type: 'text/vtt' })),
    onSuccess: (changed) => {
      setTracks(changed.captions ?? []);
      return refresh();
    },
  });
  const remove = useMutation({
    mutationFn: (tag: string) => api.delete<void>(path(tag)),
    onSuccess: (_answer, tag) => {
      setTracks((old) => old.filter((track) => track.language !== tag));
      return refresh();
    },
  });
  const error = add.error ?? remove.error;
  return (
    <div className="mt-4 flex flex-col gap-2">
      <label htmlFor={id} className="text-sm font-medium">
        Captions
      </label>
      <div className="flex gap-2">
        <select
          id={id}
          value={language}
          onChange={(event) => setLanguage(event.target.value)}
          className={`${inputClass} h-10 min-w-0 flex-1`}
        >
          {languageChoices(navigator.languages).map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </select>
        <Button look="quiet" busy={add.isPending} onClick={() => file.current?.click()}>
          <Captions className="size-4.5" /> Choose a file
        </Button>
      </div>
      <input
        ref={file}
        type="file"
        accept=".vtt,text/vtt"
        aria-label="Captions file"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) add.mutate(chosen);
          event.target.value = '';
        }}
      />
      {error ? (
        <p role="alert" className="text-sm text-danger">
          {describeError(error)}
        </p>
      ) : (
        <p className="text-xs text-faint">A WebVTT file (.vtt) in this language.</p>
      )}
      {tracks.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {tracks.map(({ language: tag, label }) => (
            <li key={tag} className="flex items-center rounded-full bg-raised pl-3 text-sm">
              {label}
              <button
                type="button"
                aria-label={`Remove the captions in ${label}`}
                className="flex size-8 items-center justify-center rounded-full text-faint hover:text-strong"
                onClick={() => remove.mutate(tag)}
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
