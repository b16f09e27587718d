import { CalendarClock, CalendarX, Ellipsis, Send, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Draft } from '../../../../shared/contracts/index.ts';
import { describeError } from '../../api/describe-error.ts';
import Confirm from '../../ui/confirm.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { notifyError } from '../../ui/notify.ts';
import ScheduleDialog from './schedule-dialog.tsx';
import { useDeleteDraft, usePublishDraft, useScheduleDraft } from './use-drafts.ts';

/** What can be done with a draft besides going on with it. */
export default function DraftMenu({ draft }: { draft: Draft }) {
  const { id, status, media } = draft;
  const [open, setOpen] = useState<'time' | 'delete' | null>(null);
  const publish = usePublishDraft(id);
  const schedule = useScheduleDraft(id);
  const remove = useDeleteDraft(id);
  const isScheduled = status === 'scheduled';
  const canBeShared = media.length > 0 && (status === 'draft' || isScheduled);
  return (
    <>
      <Menu
        defaultOpen
        trigger={
          <IconButton label="More about this draft">
            <Ellipsis className="size-5" />
          </IconButton>
        }
      >
        {canBeShared && (
          <>
            <MenuItem icon={<Send />} onSelect={() => publish.mutate()}>
              Share now
            </MenuItem>
            <MenuItem icon={<CalendarClock />} onSelect={() => setOpen('time')}>
              {isScheduled ? 'Change the time' : 'Schedule'}
            </MenuItem>
          </>
        )}
        {status !== 'draft' && (
          <MenuItem
            icon={<CalendarX />}
            onSelect={() => schedule.mutate(null, { onError: (error) => notifyError(describeError(error)) })}
          >
            Call it off
          </MenuItem>
        )}
        <MenuItem icon={<Trash2 />} danger onSelect={() => setOpen('delete')}>
          Delete
        </MenuItem>
      </Menu>
      {open === 'time' && <ScheduleDialog draft={draft} onClose={() => setOpen(null)} />}
      <Confirm
        open={open === 'delete'}
        title="Delete this draft?"
        action="Delete"
        busy={remove.isPending}
        onCancel={() => setOpen(null)}
        onConfirm={() => remove.mutate(undefined, { onSuccess: () => setOpen(null) })}
      >
        Its photos and words are deleted. This cannot be taken back.
      </Confirm>
    </>
  );
}
