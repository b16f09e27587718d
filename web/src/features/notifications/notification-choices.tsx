import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import type { NotificationChoice, NotificationPreferences } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { notifyError } from '../../ui/notify.ts';
import { inputClass } from '../../ui/text-field.tsx';

const SUBJECTS: { name: keyof NotificationPreferences; label: string }[] = [
  { name: 'likes', label: 'Likes' },
  { name: 'comments', label: 'Comments and answers' },
  { name: 'mentions', label: 'Mentions' },
  { name: 'tags', label: 'Tags on photos' },
  { name: 'reposts', label: 'Posts passed on' },
  { name: 'follows', label: 'New followers' },
];

const CHOICES: { value: NotificationChoice; label: string }[] = [
  { value: 'everyone', label: 'From everyone' },
  { value: 'following', label: 'From people I follow' },
  { value: 'nobody', label: 'Off' },
];

/** Whose acts one is told of. Each choice is kept at once. */
export function NotificationChoices() {
  const queryClient = useQueryClient();
  const queryKey = queryKeys.notificationPreferences;
  const { data, isError } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<NotificationPreferences>('/notifications/preferences', {}, signal),
  });
  const save = useMutation({
    // One after the other, so that the last choice is the one that stays.
    scope: { id: 'notification-preferences' },
    mutationFn: (preferences: NotificationPreferences) =>
      api.put<NotificationPreferences>('/notifications/preferences', preferences),
    onMutate: (preferences) => {
      const before = queryClient.getQueryData<NotificationPreferences>(queryKey);
      queryClient.setQueryData(queryKey, preferences);
      return { before };
    },
    onError: (error, _preferences, context) => {
      queryClient.setQueryData(queryKey, context?.before);
      notifyError(describeError(error));
    },
  });
  return (
    <>
      {SUBJECTS.map(({ name, label }) => (
        <ChoiceRow
          key={name}
          label={label}
          value={data?.[name]}
          onChange={(choice) => data && save.mutate({ ...data, [name]: choice })}
        />
      ))}
      <p className="py-3 text-xs text-faint">
        {isError
          ? 'Your choices could not be loaded. Open this page again.'
          : 'Requests to follow you and answers to yours always come.'}
      </p>
    </>
  );
}

interface ChoiceRowProps {
  label: string;
  value: NotificationChoice | undefined;
  onChange: (choice: NotificationChoice) => void;
}

function ChoiceRow({ label, value, onChange }: ChoiceRowProps) {
  const id = useId();
  return (
    <div className="flex items-center justify-between gap-6 py-3">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <select
        id={id}
        disabled={!value}
        value={value ?? 'everyone'}
        onChange={(event) => onChange(event.target.value as NotificationChoice)}
        className={`${inputClass} h-10 !w-auto`}
      >
        {CHOICES.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
