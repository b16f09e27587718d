/** A short word at the bottom of the screen. The toasts' code travels after the first page, or when there is something to say. */
export function notify(message: string): void {
  void import('./toasts.tsx').then(({ toast }) => toast(message));
}

/** The same for what went wrong. */
export function notifyError(message: string): void {
  void import('./toasts.tsx').then(({ toast }) => toast.error(message));
}
