import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { SquarePen } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { cx } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { ConversationList } from './conversation-list.tsx';
import { FolderTabs } from './folder-tabs.tsx';

const NewConversationDialog = lazy(() => import('./new-conversation-dialog.tsx'));

/** The list of conversations, and beside it, where there is room, the open one. On narrow screens one of them. */
export default function MessagesPage() {
  const { conversationId } = useParams({ strict: false });
  const { folder = 'main' } = useSearch({ from: '/app/messages' });
  const navigate = useNavigate();
  const [picking, setPicking] = useState(false);
  useDocumentTitle(conversationId ? undefined : 'Messages');
  return (
    <div className="md:flex md:h-dvh">
      <section
        aria-label="Conversations"
        className={cx(
          'flex flex-col md:w-80 md:shrink-0 md:border-r md:border-hairline lg:w-96',
          conversationId && 'max-md:hidden',
        )}
      >
        <header className="sticky top-0 z-20 shrink-0 border-b border-hairline bg-ground/92 pt-safe backdrop-blur-md">
          <div className="flex h-13 items-center pl-4 pr-2">
            <h1 className="flex-1 text-base font-semibold">Messages</h1>
            <IconButton label="New message" onClick={() => setPicking(true)}>
              <SquarePen className="size-5" strokeWidth={1.75} />
            </IconButton>
          </div>
          <FolderTabs folder={folder} />
        </header>
        <div data-scroll-restoration-id="conversations" className="min-h-0 flex-1 md:overflow-y-auto">
          <ConversationList
            key={folder}
            folder={folder}
            openId={conversationId}
            onNew={() => setPicking(true)}
            onMain={() => void navigate({ to: '/messages', search: {} })}
          />
        </div>
      </section>
      <section
        aria-label="Conversation"
        className={cx('min-w-0 flex-1', conversationId ? 'max-md:w-full' : 'max-md:hidden')}
      >
        <Outlet />
      </section>
      {picking && (
        <Suspense>
          <NewConversationDialog onClose={() => setPicking(false)} />
        </Suspense>
      )}
    </div>
  );
}
