/** The veil over the page while a dialog is open. */
export const backdropClass =
  'fixed inset-0 z-40 bg-veil transition-opacity duration-[var(--calm)] data-ending-style:opacity-0 data-starting-style:opacity-0';
