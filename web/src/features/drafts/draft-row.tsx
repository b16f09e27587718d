import { CalendarClock, FileText, TriangleAlert } from 'lucide-react';
import type { Draft } from '../../../../shared/contracts/index.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { LazyMenuButton } from '../../ui/lazy-menu-button.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { Photo } from '../media/photo.tsx';
import { tileSources } from '../media/photo-sources.ts';
import { draftStateOf } from './draft-state.ts';

const loadMenu = () => import('./draft-menu.tsx');

/** One draft: what it shows, where it stands, and the way on. */
export function DraftRow({ draft, onOpen }: { draft: Draft; onOpen: () => void }) {
  const { words, failed } = draftStateOf(draft);
  const first = draft.media.find(({ urls }) => urls);
  return (
    <div className="flex items-center gap-3 py-3">
      <span className="flex size-18 shrink-0 items-center justify-center overflow-hidden rounded-sm bg-raised text-faint">
        {first ? <Photo media={first} sizes="72px" sourcesOf={tileSources} /> : <FileText className="size-6" />}
      </span>
      <div className="min-w-0 flex-1">
        <p dir="auto" className="line-clamp-2">
          {draft.caption || <span className="text-faint">No caption.</span>}
        </p>
        <p className={cx('mt-1 flex items-start gap-1.5 text-xs', failed ? 'text-danger' : 'text-faint')}>
          {failed && <TriangleAlert className="mt-px size-3.5 shrink-0" aria-hidden="true" />}
          {draft.status === 'scheduled' && <CalendarClock className="mt-px size-3.5 shrink-0" aria-hidden="true" />}
          {draft.status === 'waiting' && <Spinner className="size-3.5 shrink-0" />}
          <span>{words}</span>
        </p>
      </div>
      {draft.status !== 'waiting' && (
        <Button size="small" look="quiet" onClick={onOpen}>
          {failed ? 'Fix' : 'Edit'}
        </Button>
      )}
      <LazyMenuButton
        label="More about this draft"
        load={loadMenu}
        render={(DraftMenu) => <DraftMenu draft={draft} />}
      />
    </div>
  );
}
