import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { backdropClass } from './backdrop-class.ts';
import { cx } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { useOpener } from './use-opener.ts';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  className?: string;
}

/** A sheet from below on phones, a panel in the middle on wider screens. Escape, the backdrop and the cross close it. */
export function Dialog({ open, onClose, title, children, className }: DialogProps) {
  const opener = useOpener(open);
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup
          finalFocus={opener}
          className={cx(
            'fixed inset-x-0 bottom-0 z-50 flex max-h-[85dvh] flex-col rounded-t-lg bg-surface pb-safe outline-none transition duration-[var(--calm)] ease-out',
            'shadow-[0_0_0_1px_var(--hairline),0_24px_80px_rgb(0_0_0/0.4)] data-ending-style:translate-y-8 data-ending-style:opacity-0 data-starting-style:translate-y-8 data-starting-style:opacity-0',
            'sm:inset-x-auto sm:bottom-auto sm:left-1/2 sm:top-1/2 sm:w-[26rem] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-lg',
            'sm:data-ending-style:-translate-y-[calc(50%-0.5rem)] sm:data-starting-style:-translate-y-[calc(50%-0.5rem)]',
            className,
          )}
        >
          <header className="flex shrink-0 items-center justify-between border-b border-hairline py-1 pl-5 pr-1.5">
            <Base.Title className="text-base font-semibold">{title}</Base.Title>
            <Base.Close render={<IconButton label="Close" />}>
              <X className="size-5" />
            </Base.Close>
          </header>
          <div className="min-h-0 overflow-y-auto overscroll-contain sm:rounded-b-lg">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
