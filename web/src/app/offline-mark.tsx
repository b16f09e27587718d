import { WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Says that the line is gone; what is on the screen stays. */
export function OfflineMark() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (online) return null;
  return (
    <p
      role="status"
      className="appear fixed bottom-[calc(var(--tabbar)+0.75rem)] left-1/2 z-40 flex -translate-x-1/2 items-center gap-2 rounded-full bg-surface px-4 py-2 font-medium shadow-[0_0_0_1px_var(--hairline-strong),0_8px_30px_rgb(0_0_0/0.3)] sm:bottom-5"
    >
      <WifiOff className="size-4" /> You are offline
    </p>
  );
}
