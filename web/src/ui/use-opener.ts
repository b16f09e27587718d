import { useLayoutEffect, useRef } from 'react';

/**
 * Where the focus was before something opened, for it to be given back. What was chosen in a menu gives it back to the
 * menu's button: the item is gone by then. `true` leaves it to the dialog, when that place is gone as well.
 */
export function useOpener(open: boolean): () => HTMLElement | true {
  const opener = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (open) opener.current = findOpener();
  }, [open]);
  return () => (opener.current?.isConnected ? opener.current : true);
}

function findOpener(): HTMLElement | null {
  const focused = document.activeElement;
  const buttonId = focused?.closest('[role=menu]')?.getAttribute('aria-labelledby');
  if (buttonId) return document.getElementById(buttonId);
  return focused instanceof HTMLElement && focused !== document.body ? focused : null;
}
