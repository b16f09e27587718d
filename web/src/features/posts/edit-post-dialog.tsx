import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CAPTION_MAX, countCharacters, type Post } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { CharacterCount } from '../../ui/character-count.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SwitchRow } from '../../ui/switch-row.tsx';
import { TextAreaField } from '../../ui/text-field.tsx';
import { useDiscardQuestion } from '../../ui/use-discard-question.tsx';
import { FormError } from '../auth/form-error.tsx';
import { PlaceField } from '../compose/place-field.tsx';
import { describeRefusedTag } from '../tags/describe-refused-tag.ts';
import { isSameTags } from '../tags/is-same-tags.ts';
import { CaptionsField } from '../video/captions-field.tsx';
import { changeCachedPost } from './change-cached-post.ts';
import { MediumFields } from './medium-fields.tsx';

/** Changes the words, the place, who is tagged, captions, and whether likes are shown and comments taken. */
export function EditPostDialog({ post, onClose }: { post: Post; onClose: () => void }) {
  const queryClient = useQueryClient();
  const [caption, setCaption] = useState(post.caption);
  const [commentsOff, setCommentsOff] = useState(post.commentsOff);
  const [altTexts, setAltTexts] = useState(() =>
    Object.fromEntries(post.media.map(({ id, altText }) => [id, altText])),
  );
  const [hideLikes, setHideLikes] = useState(post.hideLikes);
  const [location, setLocation] = useState(post.location);
  const [placeName, setPlaceName] = useState('');
  const [people, setPeople] = useState(post.people);
  const changedTexts = Object.fromEntries(
    post.media.flatMap(({ id, altText }) =>
      altTexts[id]?.trim() === altText ? [] : [[id, altTexts[id]?.trim() ?? '']],
    ),
  );
  const films = post.media.filter(({ kind }) => kind === 'video');
  const sameTexts = Object.keys(changedTexts).length === 0;
  const sameLocation = JSON.stringify(location) === JSON.stringify(post.location);
  const samePeople = isSameTags(people, post.people);
  const save = useMutation({
    mutationFn: () =>
      api.patch<Post>(`/posts/${post.id}`, {
        caption,
        hideLikes,
        commentsOff,
        ...(sameTexts ? {} : { altTexts: changedTexts }),
        ...(sameLocation ? {} : { location }),
        ...(samePeople ? {} : { people: people.map(({ mediaId, userId, x, y }) => ({ mediaId, userId, x, y })) }),
      }),
    onSuccess: (changed) => {
      changeCachedPost(queryClient, post.id, (old) => ({ ...old, ...changed }));
      void queryClient.invalidateQueries({ queryKey: queryKeys.postHistory(post.id) });
      onClose();
    },
  });
  const unchanged =
    sameTexts &&
    sameLocation &&
    samePeople &&
    caption.trim() === post.caption &&
    hideLikes === post.hideLikes &&
    commentsOff === post.commentsOff;
  const unfinishedPlace = location === null && placeName.trim() !== '';
  const { leave, question } = useDiscardQuestion(!unchanged || unfinishedPlace, onClose);
  const captionLength = countCharacters(caption);
  return (
    <Dialog open onClose={leave} title="Edit post">
      <form
        className="flex flex-col gap-3 p-5"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextAreaField
          label="Caption"
          rows={4}
          value={caption}
          onChange={(event) => setCaption(event.target.value)}
          aside={<CharacterCount length={captionLength} max={CAPTION_MAX} />}
        />
        {post.media.map((medium, index) => (
          <MediumFields
            key={medium.id}
            medium={medium}
            number={post.media.length > 1 ? index + 1 : null}
            altText={altTexts[medium.id] ?? ''}
            people={people}
            onAltText={(altText) => setAltTexts((old) => ({ ...old, [medium.id]: altText }))}
            onPeople={setPeople}
          />
        ))}
        <PlaceField
          value={location}
          photos={[]}
          onChange={(place, typed) => {
            setLocation(place);
            setPlaceName(typed.name);
          }}
        />
        {films.map((film) => (
          <CaptionsField key={film.id} media={film} />
        ))}
        <SwitchRow label="Hide the number of likes" checked={hideLikes} onChange={setHideLikes} />
        <SwitchRow label="Turn off comments" checked={commentsOff} onChange={setCommentsOff} />
        <FormError message={save.error ? describeRefusedTag(save.error, people) : undefined} />
        <div className="flex justify-end gap-2">
          <Button look="plain" onClick={leave}>
            Cancel
          </Button>
          <Button type="submit" busy={save.isPending} disabled={unchanged || captionLength > CAPTION_MAX}>
            Save
          </Button>
        </div>
      </form>
      {question}
    </Dialog>
  );
}
