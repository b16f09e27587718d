import { Ban, Ellipsis, Link2, Volume2, VolumeX } from 'lucide-react';
import { useState } from 'react';
import type { User } from '../../../../shared/contracts/index.ts';
import Confirm from '../../ui/confirm.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { notify } from '../../ui/notify.ts';
import { useRequireMe } from '../auth/use-require-me.ts';
import { useRelation } from './use-relation.ts';

/** What one may do about a person besides following. */
export default function ProfileMenu({ user }: { user: User }) {
  const requireMe = useRequireMe();
  const block = useRelation(user, 'block');
  const mute = useRelation(user, 'mute');
  const [asking, setAsking] = useState(false);
  const { blocking, muting } = user.viewer;
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(`/@${user.username}`, window.location.origin).href);
    notify('Link copied.');
  };
  return (
    <>
      <Menu
        defaultOpen
        trigger={
          <IconButton label={`More about ${user.username}`}>
            <Ellipsis className="size-5" />
          </IconButton>
        }
      >
        <MenuItem icon={<Link2 />} onSelect={() => void copy()}>
          Copy link
        </MenuItem>
        <MenuItem icon={muting ? <Volume2 /> : <VolumeX />} onSelect={() => requireMe(() => mute.mutate(!muting))}>
          {muting ? 'Unmute' : 'Mute'}
        </MenuItem>
        <MenuItem
          icon={<Ban />}
          danger={!blocking}
          onSelect={() => requireMe(() => (blocking ? block.mutate(false) : setAsking(true)))}
        >
          {blocking ? 'Unblock' : 'Block'}
        </MenuItem>
      </Menu>
      <Confirm
        open={asking}
        title={`Block ${user.username}?`}
        action="Block"
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          block.mutate(true);
        }}
      >
        Neither of you sees the other anywhere, and you stop following each other. They are not told.
      </Confirm>
    </>
  );
}
