import { useRef } from 'react';
import type { FeedMode } from '../../../../shared/contracts/index.ts';
import { cx } from '../../ui/class-names.ts';
import { Wordmark } from '../../ui/logo.tsx';
import { BellLink } from '../notifications/bell-link.tsx';

const TABS: { mode: FeedMode; label: string }[] = [
  { mode: 'ranked', label: 'For you' },
  { mode: 'latest', label: 'Latest' },
];

interface FeedHeaderProps {
  mode: FeedMode;
  onChoose: (mode: FeedMode) => void;
}

/** The wordmark on phones, and the two ways to read the feed. */
export function FeedHeader({ mode, onChoose }: FeedHeaderProps) {
  const tabs = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    const next = TABS.find((tab) => tab.mode !== mode);
    if (!next) return;
    onChoose(next.mode);
    tabs.current?.querySelector<HTMLElement>(`#feed-tab-${next.mode}`)?.focus();
  };
  return (
    <header className="sticky top-0 z-20 border-b border-hairline bg-ground/92 backdrop-blur-md pt-safe">
      <div className="mx-auto flex h-13 max-w-[560px] items-center justify-between px-4 sm:px-0">
        <Wordmark className="sm:hidden" />
        <h1 className="sr-only">Home</h1>
        <div ref={tabs} role="tablist" aria-label="Feed" onKeyDown={onKeyDown} className="flex h-full gap-6">
          {TABS.map((tab) => (
            <button
              key={tab.mode}
              id={`feed-tab-${tab.mode}`}
              type="button"
              role="tab"
              aria-selected={tab.mode === mode}
              aria-controls="feed-panel"
              tabIndex={tab.mode === mode ? 0 : -1}
              onClick={() => onChoose(tab.mode)}
              className={cx(
                'relative h-full rounded-sm font-medium transition focus-visible:-outline-offset-4',
                tab.mode === mode ? 'text-strong' : 'text-faint hover:text-strong',
              )}
            >
              {tab.label}
              <span
                className={cx(
                  'absolute inset-x-0 -bottom-px h-[2px] rounded-full bg-[var(--rim)] transition',
                  tab.mode === mode ? 'opacity-100 shadow-[0_-1px_10px_var(--rim)]' : 'scale-x-50 opacity-0',
                )}
              />
            </button>
          ))}
        </div>
        <BellLink />
      </div>
    </header>
  );
}
