import { useCanGoBack, useRouter } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import { IconButton } from './icon-button.tsx';

interface PageHeaderProps {
  title: ReactNode;
  aside?: ReactNode;
  /** `phone`: only where the page is not in the navigation. */
  back?: boolean | 'phone';
  /** On phones only, above a page that has its own heading. */
  bar?: boolean;
}

/** The sticky line at the head of a page that is not a tab of its own. */
export function PageHeader({ title, aside, back = false, bar = false }: PageHeaderProps) {
  const Title = bar ? 'p' : 'h1';
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const goBack = () => (canGoBack ? router.history.back() : router.navigate({ to: '/' }));
  return (
    <header
      className={cx(
        'sticky top-0 z-20 flex h-13 items-center gap-1 border-b border-hairline bg-ground/92 pl-4 pr-2 pt-safe backdrop-blur-md box-content sm:border-transparent sm:px-1',
        bar && 'sm:hidden',
      )}
    >
      {back && (
        <IconButton label="Back" className={cx('-ml-3', back === 'phone' && 'sm:hidden')} onClick={goBack}>
          <ArrowLeft className="size-5" />
        </IconButton>
      )}
      <Title className="min-w-0 flex-1 truncate text-base font-semibold">{title}</Title>
      {aside}
    </header>
  );
}
