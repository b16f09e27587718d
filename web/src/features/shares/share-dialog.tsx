import { useNavigate } from '@tanstack/react-router';
import { Link2, Share2 } from 'lucide-react';
import { useState } from 'react';
import {
  type Author,
  countCharacters,
  type Post,
  SHARE_NOTE_MAX,
  SHARE_PEOPLE_MAX,
} from '../../../../shared/contracts/index.ts';
import { Button } from '../../ui/button.tsx';
import { CharacterCount } from '../../ui/character-count.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { notify } from '../../ui/notify.ts';
import { TextAreaField } from '../../ui/text-field.tsx';
import { useDiscardQuestion } from '../../ui/use-discard-question.tsx';
import { useKeptText } from '../../ui/use-kept-text.ts';
import { useMe } from '../auth/session.ts';
import { copyPostLink, mayShareElsewhere, shareElsewhere } from '../posts/share-post.ts';
import { PeoplePicker } from '../users/people-picker.tsx';
import { describeRefusal, missedBy, namesOf } from './describe-sending.ts';
import { PickedPeople } from './picked-people.tsx';
import { useSendPost } from './use-send-post.ts';

/** Sends a post to people, or hands its link to another app. */
export default function ShareDialog({ post, onClose }: { post: Post; onClose: () => void }) {
  const navigate = useNavigate();
  const [people, setPeople] = useState<readonly Author[]>([]);
  const [note, setNote] = useKeptText(`share.${useMe()?.id}.${post.id}`);
  const noteLength = countCharacters(note);
  const [missed, setMissed] = useState<readonly Author[]>([]);
  const send = useSendPost(post.id);
  const toggle = (person: Author) => {
    setMissed([]);
    setPeople((old) =>
      old.some(({ id }) => id === person.id) ? old.filter(({ id }) => id !== person.id) : [...old, person],
    );
  };
  const submit = () =>
    send.mutate(
      { people, note: note.trim() },
      {
        onSuccess: (answer) => {
          const left = missedBy(people, answer);
          const reached = people.filter((person) => !left.includes(person));
          const [message] = answer.messages ?? [];
          notify(
            `Sent to ${namesOf(reached)}.`,
            message && {
              label: 'Open',
              onPress: () =>
                void navigate({
                  to: '/messages/$conversationId',
                  params: { conversationId: message.conversationId },
                }),
            },
          );
          setMissed(left);
          setPeople(left);
          if (left.length > 0) return;
          setNote('');
          onClose();
        },
      },
    );
  const problem = send.error
    ? describeRefusal(send.error, send.variables?.people ?? [])
    : missed.length > 0 && `${namesOf(missed)} did not get it: your request is not answered yet. The others have it.`;
  const { leave, question } = useDiscardQuestion(people.length > 0 && note.trim() !== '', () => {
    setNote('');
    onClose();
  });
  const full = people.length >= SHARE_PEOPLE_MAX;
  return (
    <Dialog open onClose={leave} title="Share">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (people.length > 0 && noteLength <= SHARE_NOTE_MAX && !send.isPending) submit();
        }}
      >
        <div className="flex gap-2 px-5 pb-1 pt-4">
          <Button look="quiet" size="small" onClick={() => void copyPostLink(post.id)}>
            <Link2 className="size-4" /> Copy link
          </Button>
          {mayShareElsewhere() && (
            <Button look="quiet" size="small" onClick={() => void shareElsewhere(post)}>
              <Share2 className="size-4" /> Another app
            </Button>
          )}
        </div>
        <div className="px-5 pt-3">
          <PickedPeople people={people} onRemove={toggle} />
          {full && (
            <p role="status" className="pb-2 text-xs text-faint">
              {`These are ${SHARE_PEOPLE_MAX}, as many as get it at once.`}
            </p>
          )}
          <PeoplePicker pickedIds={new Set(people.map(({ id }) => id))} full={full} onPick={toggle} />
        </div>
        <div className="sticky bottom-0 flex flex-col gap-3 border-t border-hairline bg-surface px-5 py-3">
          {people.length > 0 && (
            <TextAreaField
              label="Note"
              rows={1}
              placeholder="Say something about it, if you like"
              value={note}
              aside={<CharacterCount length={noteLength} max={SHARE_NOTE_MAX} />}
              hint={post.author.isPrivate ? `Only followers of ${post.author.username} will see the post.` : undefined}
              className="max-h-28"
              onChange={(event) => setNote(event.target.value)}
            />
          )}
          {problem && (
            <p role="alert" className="text-sm text-danger">
              {problem}
            </p>
          )}
          <Button
            type="submit"
            busy={send.isPending}
            disabled={people.length === 0 || noteLength > SHARE_NOTE_MAX}
            className="w-full"
          >
            {people.length === 0 ? 'Choose people to send it to' : `Send to ${namesOf(people)}`}
          </Button>
        </div>
      </form>
      {question}
    </Dialog>
  );
}
