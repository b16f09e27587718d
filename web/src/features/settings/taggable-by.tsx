import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import type { TaggableBy, UserSettings } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { notifyError } from '../../ui/notify.ts';
import { inputClass } from '../../ui/text-field.tsx';
import { settingsQuery } from './settings-query.ts';

const CHOICES: { value: TaggableBy; label: string }[] = [
  { value: 'everyone', label: 'Everyone' },
  { value: 'following', label: 'People I follow' },
  { value: 'nobody', label: 'Nobody' },
];

/** Who may tag one on photos. */
export function TaggableByChoice() {
  const id = useId();
  const queryClient = useQueryClient();
  const { data } = useQuery(settingsQuery);
  const save = useMutation({
    mutationFn: (taggableBy: TaggableBy) => api.patch<UserSettings>('/users/me/settings', { taggableBy }),
    onSuccess: (settings) => queryClient.setQueryData(queryKeys.settings, settings),
    onError: (error) => notifyError(describeError(error)),
  });
  return (
    <div className="flex items-center justify-between gap-6 py-3">
      <label htmlFor={id} className="text-sm font-medium">
        Who may tag you on photos
      </label>
      <select
        id={id}
        disabled={!data}
        value={save.isPending ? save.variables : (data?.taggableBy ?? 'everyone')}
        onChange={(event) => save.mutate(event.target.value as TaggableBy)}
        className={`${inputClass} h-10 !w-auto`}
      >
        {CHOICES.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
