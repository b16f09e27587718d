import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { FilePen } from 'lucide-react';
import { useState } from 'react';
import type { Draft } from '../../../../shared/contracts/index.ts';
import { buttonClass } from '../../ui/button.tsx';
import Confirm from '../../ui/confirm.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { useMe } from '../auth/session.ts';
import { composeStoreOf } from '../compose/compose-store.ts';
import { isEmpty } from '../compose/draft.ts';
import { fromSavedDraft } from '../compose/from-saved-draft.ts';
import { PersonRowsSkeleton } from '../users/person-row.tsx';
import { DraftRow } from './draft-row.tsx';
import { draftsQuery } from './drafts-query.ts';

/** Drafts, scheduled posts, and posts that wait for their media. Only their author sees them. */
export default function DraftsPage() {
  useDocumentTitle('Drafts');
  const me = useMe();
  const navigate = useNavigate();
  const query = useInfiniteQuery(draftsQuery);
  const [replacing, setReplacing] = useState<Draft | null>(null);
  const drafts = query.data?.pages.flatMap((page) => page.drafts) ?? [];

  const goOn = async (draft: Draft) => {
    if (!me) return;
    await composeStoreOf(me.id).open(fromSavedDraft(draft));
    await navigate({ to: '/compose' });
  };
  const open = async (draft: Draft) => {
    if (!me) return;
    const held = await composeStoreOf(me.id).recall();
    if (held.savedId === draft.id) await navigate({ to: '/compose' });
    else if (isEmpty(held)) await goOn(draft);
    else setReplacing(draft);
  };

  return (
    <div className="mx-auto w-full max-w-[560px]">
      <PageHeader title="Drafts" back />
      <div className="px-4 pb-16 pt-2 sm:px-0">
        {query.isPending && <PersonRowsSkeleton />}
        {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => query.refetch()} />}
        {query.data && drafts.length === 0 && (
          <EmptyState
            icon={<FilePen className="size-7" strokeWidth={1.5} />}
            title="No drafts"
            action={
              <Link to="/compose" className={buttonClass('quiet')}>
                New post
              </Link>
            }
          >
            Save a post as a draft to go on with it later, on any device, or give it a time to be shared at.
          </EmptyState>
        )}
        <ul className="divide-y divide-hairline">
          {drafts.map((draft) => (
            <li key={draft.id}>
              <DraftRow draft={draft} onOpen={() => void open(draft)} />
            </li>
          ))}
        </ul>
        {query.data && <LoadMore query={query} />}
      </div>
      <Confirm
        open={replacing !== null}
        title="Put aside what you are composing?"
        action="Open the draft"
        onCancel={() => setReplacing(null)}
        onConfirm={() => {
          if (replacing) void goOn(replacing);
          setReplacing(null);
        }}
      >
        What you put together and did not save is taken away.
      </Confirm>
    </div>
  );
}
