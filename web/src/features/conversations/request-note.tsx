import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Conversation } from '../../../../shared/contracts/index.ts';
import { Button } from '../../ui/button.tsx';
import { useRelation } from '../users/use-relation.ts';
import { useAcceptRequest } from './use-accept-request.ts';

const Confirm = lazy(() => import('../../ui/confirm.tsx'));

/** What one can do about a stranger who writes. */
export function RequestNote({ conversation: { id, with: other } }: { conversation: Conversation }) {
  const navigate = useNavigate();
  const accept = useAcceptRequest(id);
  const block = useRelation(other, 'block');
  const [asking, setAsking] = useState(false);
  const toMain = () =>
    void navigate({ to: '/messages/$conversationId', params: { conversationId: id }, search: {}, replace: true });
  return (
    <section aria-label="Request" className="border-t border-hairline px-4 py-3 text-center">
      <p className="text-soft text-pretty">
        <span className="font-semibold text-strong">{other.username}</span>, whom you do not follow, wants to write to
        you. They are not told that you have seen it.
      </p>
      <div className="mt-3 flex justify-center gap-2">
        <Button look="danger" size="small" onClick={() => setAsking(true)}>
          Block
        </Button>
        <Button size="small" busy={accept.isPending} onClick={() => accept.mutate(undefined, { onSuccess: toMain })}>
          Accept
        </Button>
      </div>
      {asking && (
        <Suspense>
          <Confirm
            open
            title={`Block ${other.username}?`}
            action="Block"
            busy={block.isPending}
            onCancel={() => setAsking(false)}
            onConfirm={() =>
              block.mutate(true, { onSuccess: () => void navigate({ to: '/messages', search: (old) => old }) })
            }
          >
            Neither of you sees the other anywhere, and their messages are gone for you. They are not told.
          </Confirm>
        </Suspense>
      )}
    </section>
  );
}
