interface ToastAction {
  label: string;
  onPress: () => void;
}

/** A short word at the bottom of the screen, and perhaps what can be done next. The toasts' code travels after the first page, or when there is something to say. */
export function notify(message: string, action?: ToastAction): void {
  void import('./toasts.tsx').then(({ toast }) => toast(message, optionsOf(action)));
}

/** The same for what went wrong. */
export function notifyError(message: string, action?: ToastAction): void {
  void import('./toasts.tsx').then(({ toast }) => toast.error(message, optionsOf(action)));
}

function optionsOf(action: ToastAction | undefined) {
  return action && { action: { label: action.label, onClick: action.onPress } };
}
