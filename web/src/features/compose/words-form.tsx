import { CharacterCount } from '../../ui/character-count.tsx';
import { SwitchRow } from '../../ui/switch-row.tsx';
import { TextAreaField } from '../../ui/text-field.tsx';
import { FormError } from '../auth/form-error.tsx';
import type { ComposeStore } from './compose-store.ts';
import { type Draft, progressOf } from './draft.ts';
import { PlaceField } from './place-field.tsx';
import { ShareButton } from './share-button.tsx';
import { useShareDraft } from './use-share-draft.ts';

interface WordsFormProps {
  store: ComposeStore;
  draft: Draft;
  maxCaption: number;
}

/** Caption, place and the way out: sharing. */
export function WordsForm({ store, draft, maxCaption }: WordsFormProps) {
  const share = useShareDraft(store, draft);
  const done = draft.photos.reduce((sum, photo) => sum + progressOf(photo), 0) / Math.max(1, draft.photos.length);
  const tooLong = draft.caption.length > maxCaption;
  return (
    <form
      className="flex flex-col gap-4 px-4 sm:px-0 md:w-80 md:shrink-0"
      onSubmit={(event) => {
        event.preventDefault();
        if (!tooLong) share.begin();
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
        aside={<CharacterCount length={draft.caption.length} max={maxCaption} />}
      />
      <PlaceField
        key={store.generation}
        value={draft.location}
        photos={draft.photos.map(({ blob }) => blob)}
        onChange={(location) => store.setWords({ location })}
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
      <FormError message={share.problem} />
      <ShareButton state={share.state} share={done} />
    </form>
  );
}
