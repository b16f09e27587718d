/** A short word at the bottom of the screen, and perhaps what can be done next. The toasts' code travels after the first page, or when there is something to say. */
export function notify(message: string, action?: { label: string; onPress: () => void }): void {
  void import('./toasts.tsx').then(({ toast }) =>
    toast(message, action ? { action: { label: action.label, onClick: action.onPress } } : undefined),
  );
}

/** The same for what went wrong. */
export function notifyError(message: string): void {
  void import('./toasts.tsx').then(({ toast }) => toast.error(message));
}
