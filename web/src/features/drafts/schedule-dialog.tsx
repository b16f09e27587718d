import { useState } from 'react';
import type { Draft } from '../../../../shared/contracts/index.ts';
import { describeError } from '../../api/describe-error.ts';
import { fromLocalInput, toLocalInput } from '../../format/local-time.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { defaultSchedule, ScheduleField, scheduleProblem } from '../compose/schedule-field.tsx';
import { useScheduleDraft } from './use-drafts.ts';

/** A time, or another one, for a saved draft. */
export default function ScheduleDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const { id, publishAt } = draft;
  const [value, setValue] = useState(() =>
    publishAt ? toLocalInput(Date.parse(publishAt)) : defaultSchedule(Date.now()),
  );
  const [problem, setProblem] = useState<string>();
  const schedule = useScheduleDraft(id);
  return (
    <Dialog open onClose={onClose} title={publishAt ? 'Change the time' : 'Schedule'}>
      <form
        noValidate
        className="flex flex-col gap-4 p-5"
        onSubmit={(event) => {
          event.preventDefault();
          const found = scheduleProblem(value, Date.now());
          setProblem(found);
          if (!found) schedule.mutate(fromLocalInput(value), { onSuccess: onClose });
        }}
      >
        <ScheduleField
          value={value}
          error={problem ?? (schedule.error ? describeError(schedule.error) : undefined)}
          onChange={(next) => {
            setProblem(undefined);
            setValue(next);
          }}
        />
        <div className="flex justify-end gap-2">
          <Button look="plain" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" busy={schedule.isPending}>
            {publishAt ? 'Save' : 'Schedule'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
