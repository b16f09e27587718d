import type { KeyboardEvent } from 'react';

/**
 * Whether a key was pressed in a dialog or menu that was opened from here. React hands its events up the tree of components,
 * although it stands elsewhere on the page.
 */
export function isFromOverlay({ currentTarget, target }: KeyboardEvent): boolean {
  return !(target instanceof Node && currentTarget.contains(target));
}
