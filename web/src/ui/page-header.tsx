import { useCanGoBack, useRouter } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';

interface PageHeaderProps {
  title: ReactNode;
  aside?: ReactNode;
  back?: boolean;
}

/** The sticky line at the head of a page that is not a tab of its own. */
export function PageHeader({ title, aside, back = false }: PageHeaderProps) {
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const goBack = () => (canGoBack ? router.history.back() : router.navigate({ to: '/' }));
  return (
    <header className="sticky top-0 z-20 flex h-13 items-center gap-1 border-b border-hairline bg-ground/92 pl-4 pr-2 backdrop-blur-md sm:border-transparent">
      {back && (
        <IconButton label="Back" className="-ml-3" onClick={goBack}>
          <ArrowLeft className="size-5" />
        </IconButton>
      )}
      <h1 className="min-w-0 flex-1 truncate text-base font-semibold">{title}</h1>
      {aside}
    </header>
  );
}
