import { useState } from 'react';
import { countCharacters } from '../../../../shared/contracts/index.ts';
import { Button } from '../../ui/button.tsx';
import { CharacterCount } from '../../ui/character-count.tsx';
import { SwitchRow } from '../../ui/switch-row.tsx';
import { TextAreaField } from '../../ui/text-field.tsx';
import { FormError } from '../auth/form-error.tsx';
import type { ComposeStore } from './compose-store.ts';
import { type Draft, isEmpty, progressOf } from './draft.ts';
import { PlaceField } from './place-field.tsx';
import { defaultSchedule, ScheduleField, scheduleProblem } from './schedule-field.tsx';
import { ShareButton } from './share-button.tsx';
import { useSendDraft } from './use-send-draft.ts';

interface WordsFormProps {
  store: ComposeStore;
  draft: Draft;
  maxCaption: number;
}

/** Caption, place and the way out: sharing. */
export function WordsForm({ store, draft, maxCaption }: WordsFormProps) {
  const sending = useSendDraft(store, draft);
  const [badTime, setBadTime] = useState<string>();
  const { schedule } = draft;
  const intent = schedule === null ? 'share' : 'schedule';
  const done = draft.photos.reduce((sum, photo) => sum + progressOf(photo), 0) / Math.max(1, draft.photos.length);
  const length = countCharacters(draft.caption);
  const tooLong = length > maxCaption;
  return (
    <form
      noValidate
      className="flex flex-col gap-4 px-4 sm:px-0 md:w-80 md:shrink-0"
      onSubmit={(event) => {
        event.preventDefault();
        const problem = schedule === null ? undefined : scheduleProblem(schedule, Date.now());
        setBadTime(problem);
        if (!tooLong && !problem) sending.begin(intent);
      }}
    >
      <TextAreaField
        label="Caption"
        rows={5}
        placeholder="Say something about it"
        value={draft.caption}
        error={tooLong ? `The caption has at most ${maxCaption} characters.` : undefined}
        onChange={(event) => store.setWords({ caption: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.form?.requestSubmit();
        }}
        aside={<CharacterCount length={length} max={maxCaption} />}
      />
      <PlaceField
        key={store.generation}
        value={draft.location}
        typed={draft.typedPlace}
        photos={draft.photos.flatMap(({ kind, blob }) => (kind === 'photo' && blob ? [blob] : []))}
        onChange={(location, typedPlace) => store.setWords({ location, typedPlace })}
      />
      <SwitchRow
        label="Hide the number of likes"
        hint="Only you see how many like it."
        checked={draft.hideLikes}
        onChange={(hideLikes) => store.setWords({ hideLikes })}
      />
      <SwitchRow
        label="Turn off comments"
        checked={draft.commentsOff}
        onChange={(commentsOff) => store.setWords({ commentsOff })}
      />
      {schedule !== null && (
        <ScheduleField
          value={schedule}
          error={badTime}
          onChange={(value) => {
            setBadTime(undefined);
            store.setWords({ schedule: value });
          }}
        />
      )}
      <FormError message={sending.problem} />
      <ShareButton intent={intent} state={sending.asked === 'keep' ? 'idle' : sending.state} share={done} />
      <div className="flex gap-2 *:flex-1">
        <Button
          look="quiet"
          busy={sending.asked === 'keep'}
          disabled={isEmpty(draft) || tooLong}
          onClick={() => sending.begin('keep')}
        >
          Save draft
        </Button>
        <Button
          look="quiet"
          onClick={() => store.setWords({ schedule: schedule === null ? defaultSchedule(Date.now()) : null })}
        >
          {schedule === null ? 'Schedule' : 'Without a time'}
        </Button>
      </div>
    </form>
  );
}
