import { LogoMark } from '../../ui/logo.tsx';

/** The very end: everything by everyone you follow has been shown. */
export function FeedEnd() {
  return (
    <p className="flex flex-col items-center gap-3 pb-16 pt-6 text-faint">
      <LogoMark className="size-8" />
      You have seen everything.
    </p>
  );
}
