import type { User } from '../../../../shared/contracts/index.ts';
import { Button } from '../../ui/button.tsx';
import { useRequireMe } from '../auth/use-require-me.ts';
import { useOpenConversation } from './use-open-conversation.ts';

/** On a profile: the way to the conversation with that person. */
export function MessageButton({ user }: { user: Pick<User, 'id' | 'username'> }) {
  const requireMe = useRequireMe();
  const open = useOpenConversation();
  return (
    <Button
      look="quiet"
      busy={open.isPending}
      aria-label={`Message ${user.username}`}
      onClick={() => requireMe(() => open.mutate(user.id))}
    >
      Message
    </Button>
  );
}
