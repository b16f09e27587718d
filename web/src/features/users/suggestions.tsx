import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { suggestionsSchema } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { FollowButton } from '../follows/follow-button.tsx';
import { PersonRow } from './person-row.tsx';

type SuggestionList = z.infer<typeof suggestionsSchema>;

const SHOWN = 5;

function useSuggestions(limit = SHOWN) {
  return useQuery({
    queryKey: [...queryKeys.suggestions, limit],
    queryFn: ({ signal }) => api.get<SuggestionList>('/suggestions/users', { limit }, signal),
    staleTime: 5 * 60_000,
    retry: false,
  });
}

/** People to follow, each with the reason. Stays out of the way when there is nobody to suggest. */
export function Suggestions({ limit = SHOWN, heading = 'People to follow' }: { limit?: number; heading?: string }) {
  const { data } = useSuggestions(limit);
  if (!data || data.users.length === 0) return null;
  return (
    <section aria-label={heading} className="appear">
      <h2 className="pb-2 text-sm font-semibold text-soft">{heading}</h2>
      <ul>
        {data.users.slice(0, limit).map((person) => (
          <li key={person.id}>
            <PersonRow person={person} note={person.reason} action={<FollowButton person={person} />} />
          </li>
        ))}
      </ul>
    </section>
  );
}
