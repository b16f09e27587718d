import { Bookmark } from 'lucide-react';

/** The post that was added last, or the sign of what is still empty. */
export function CollectionCover({ url }: { url: string | null }) {
  return (
    <span className="relative flex size-full items-center justify-center overflow-hidden rounded-[inherit] bg-raised text-faint">
      {url ? (
        <img src={url} alt="" loading="lazy" decoding="async" className="size-full object-cover" />
      ) : (
        <Bookmark className="size-2/5 max-h-7 max-w-7" strokeWidth={1.5} aria-hidden="true" />
      )}
      <span className="absolute inset-0 rounded-[inherit] shadow-[inset_0_0_0_1px_var(--hairline)]" />
    </span>
  );
}
