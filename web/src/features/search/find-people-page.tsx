import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Search, UserRoundX } from 'lucide-react';
import { useState } from 'react';
import { isStatus } from '../../api/api-error.ts';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { inputClass } from '../../ui/text-field.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { FollowButton } from '../follows/follow-button.tsx';
import { PersonRow, PersonRowsSkeleton } from '../users/person-row.tsx';
import { Suggestions } from '../users/suggestions.tsx';
import { userQuery } from '../users/use-user.ts';

/** Finds somebody by their username. */
export default function FindPeoplePage() {
  useDocumentTitle('Find people');
  const { q = '' } = useSearch({ from: '/app/find' });
  const navigate = useNavigate();
  const [text, setText] = useState(q);
  return (
    <div className="mx-auto w-full max-w-[560px]">
      <PageHeader title="Find people" />
      <div className="px-4 pt-4 sm:px-0">
        <search>
          <form
            className="flex gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              const name = text.trim().replace(/^@/, '');
              void navigate({ to: '/find', search: name ? { q: name } : {}, replace: true });
            }}
          >
            <div className="relative flex-1">
              <Search className="pointer-events-none absolute left-3.5 top-1/2 size-4.5 -translate-y-1/2 text-faint" />
              <input
                type="search"
                aria-label="Username"
                placeholder="Username"
                autoCapitalize="none"
                autoCorrect="off"
                spellCheck={false}
                value={text}
                onChange={(event) => setText(event.target.value)}
                className={`${inputClass} h-11 pl-10`}
              />
            </div>
            <Button type="submit" size="medium" className="h-11">
              Find
            </Button>
          </form>
        </search>
        <div className="pt-4">{q ? <Found username={q} /> : <Suggestions limit={20} />}</div>
      </div>
    </div>
  );
}

function Found({ username }: { username: string }) {
  const query = useQuery(userQuery(username));
  if (query.isPending) return <PersonRowsSkeleton />;
  if (query.data) return <PersonRow person={query.data} action={<FollowButton person={query.data} />} />;
  if (!isStatus(query.error, 404)) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  return (
    <EmptyState icon={<UserRoundX className="size-7" strokeWidth={1.5} />} title={`Nobody here is called ${username}`}>
      Usernames have letters, digits, dots and underscores. Check the spelling.
    </EmptyState>
  );
}
