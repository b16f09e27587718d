import { AlertDialog } from '@base-ui/react/alert-dialog';
import { backdropClass } from './backdrop-class.ts';
import { Button } from './button.tsx';
import { useOpener } from './use-opener.ts';

interface ConfirmProps {
  open: boolean;
  title: string;
  children: string;
  action: string;
  /** What the button that leaves everything as it is says. */
  keep?: string;
  busy?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before something that cannot be taken back, and gives the focus back to where it was opened from. */
export default function Confirm({
  open,
  title,
  children,
  action,
  busy = false,
  onConfirm,
  onCancel,
  keep = 'Cancel',
}: ConfirmProps) {
  const opener = useOpener(open);
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && onCancel()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={backdropClass} />
        <AlertDialog.Popup
          finalFocus={opener}
          className="fixed left-1/2 top-1/2 z-50 w-[min(22rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 rounded-lg bg-surface p-6 shadow-[0_0_0_1px_var(--hairline),0_24px_80px_rgb(0_0_0/0.4)] outline-none transition duration-[var(--calm)] data-ending-style:opacity-0 data-starting-style:opacity-0"
        >
          <AlertDialog.Title className="text-base font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-sm text-soft">{children}</AlertDialog.Description>
          <div className="mt-6 flex justify-end gap-2">
            <AlertDialog.Close render={<Button look="plain" />}>{keep}</AlertDialog.Close>
            <Button look="danger" busy={busy} onClick={onConfirm}>
              {action}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
