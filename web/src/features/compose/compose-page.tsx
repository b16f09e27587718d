import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Instance } from '../../../../shared/contracts/index.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import Confirm from '../../ui/confirm.tsx';
import { notify } from '../../ui/notify.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { useMe } from '../auth/session.ts';
import { instanceQuery } from '../media/instance-query.ts';
import { type ComposeStore, composeStoreOf } from './compose-store.ts';
import { type Draft, isEmpty } from './draft.ts';
import { DropZone } from './drop-zone.tsx';
import { PhotoEditor } from './photo-editor.tsx';
import { PhotoStrip } from './photo-strip.tsx';
import { useIncomingFiles } from './use-incoming-files.ts';
import { WordsForm } from './words-form.tsx';

export default function ComposePage() {
  useDocumentTitle('New post');
  const me = useMe();
  const limits = useQuery(instanceQuery);
  if (limits.isError && !limits.data) return <ErrorState error={limits.error} onRetry={() => limits.refetch()} />;
  if (!me || !limits.data) return <PageHeader title="New post" back />;
  return <RecalledComposer userId={me.id} limits={limits.data} />;
}

function RecalledComposer({ userId, limits }: { userId: string; limits: Instance }) {
  const store = useMemo(() => composeStoreOf(userId), [userId]);
  const draft = useSyncExternalStore(store.subscribe, store.read);
  useEffect(() => void store.recall(), [store]);
  if (!draft) return <PageHeader title="New post" back />;
  return <Composer store={store} draft={draft} limits={limits} />;
}

interface ComposerProps {
  store: ComposeStore;
  draft: Draft;
  limits: Instance;
}

function Composer({ store, draft, limits }: ComposerProps) {
  const [chosen, setChosen] = useState(0);
  const [discarding, setDiscarding] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const add = (files: File[]) => {
    const { refused } = store.addFiles(files, limits);
    if (refused > 0)
      notify(`A post holds up to ${limits.posts.maxMedia} photos and videos. ${refused} of these stayed out.`);
  };
  const hovering = useIncomingFiles(add);
  const choose = () => input.current?.click();

  const { photos } = draft;
  const index = Math.min(chosen, Math.max(0, photos.length - 1));
  const selected = photos[index];

  return (
    <div className="mx-auto w-full max-w-[60rem] lg:px-6">
      <PageHeader
        title={draft.savedId ? 'Draft' : 'New post'}
        back
        aside={
          <>
            <Link to="/drafts" className={buttonClass('plain', 'small')}>
              Drafts
            </Link>
            {!isEmpty(draft) && (
              <Button look="plain" size="small" onClick={() => setDiscarding(true)}>
                Discard
              </Button>
            )}
          </>
        }
      />
      <input
        ref={input}
        type="file"
        multiple
        accept={[...limits.media.photoTypes, ...limits.media.videoTypes].join(',')}
        aria-label="Photos and videos"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <div className="flex flex-col gap-6 pb-16 pt-3 md:flex-row">
        <div className="min-w-0 flex-1">
          {selected ? (
            <>
              <PhotoEditor
                key={selected.key}
                store={store}
                photo={selected}
                index={index}
                photos={photos}
                maxAltText={limits.posts.maxAltText}
                onMoved={setChosen}
              />
              <div className="px-4 pt-4 sm:px-0">
                <PhotoStrip
                  photos={photos}
                  selected={index}
                  canAdd={photos.length < limits.posts.maxMedia}
                  onSelect={setChosen}
                  onMove={(from, to) => store.move(from, to)}
                  onAdd={choose}
                />
              </div>
            </>
          ) : (
            <DropZone limits={limits} onChoose={choose} />
          )}
        </div>
        <WordsForm store={store} draft={draft} maxCaption={limits.posts.maxCaption} />
      </div>
      {!store.keeps && (
        <p role="status" className="px-4 pb-8 text-xs text-faint sm:px-0">
          This browser does not let the draft be kept. It is gone when you leave.
        </p>
      )}
      {hovering && (
        <div className="pointer-events-none fixed inset-0 z-50 flex items-center justify-center bg-veil text-lg font-semibold text-white shadow-[inset_0_0_0_3px_var(--rim)]">
          Drop to add
        </div>
      )}
      <Confirm
        open={discarding}
        title={draft.savedId ? 'Discard what you changed?' : 'Discard this draft?'}
        action="Discard"
        onCancel={() => setDiscarding(false)}
        onConfirm={() => {
          setDiscarding(false);
          void store.clear();
        }}
      >
        {draft.savedId
          ? 'The draft stays as it was saved.'
          : 'The photos and words you put together here are taken away.'}
      </Confirm>
    </div>
  );
}
