import { useState } from 'react';
import { cx } from '../../ui/class-names.ts';

interface AltButtonProps {
  text: string;
  /** At the top, where something else lies along the lower edge. */
  above?: boolean;
}

/** The author's description of a photo or film, one tap away for everyone. */
export function AltButton({ text, above = false }: AltButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        aria-label={open ? 'Hide description' : 'Show description'}
        onClick={() => setOpen(!open)}
        className={cx(
          above ? 'top-2' : 'bottom-2',
          'absolute left-2 z-[3] flex h-8 items-center rounded-full bg-black/55 px-2.5 text-xs font-semibold tracking-wide text-white transition hover:bg-black/75',
        )}
      >
        ALT
      </button>
      {open && (
        <p
          className={cx(
            above ? 'top-12' : 'bottom-12',
            'appear absolute inset-x-2 z-[3] max-h-[60%] overflow-y-auto rounded-lg bg-black/80 p-3.5 text-sm text-white backdrop-blur-sm',
          )}
        >
          {text}
        </p>
      )}
    </>
  );
}
