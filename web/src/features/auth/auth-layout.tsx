import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Wordmark } from '../../ui/logo.tsx';

interface AuthLayoutProps {
  title: string;
  children: ReactNode;
  footer: ReactNode;
}

/** A room lit from behind: the arc of light and one form. */
export function AuthLayout({ title, children, footer }: AuthLayoutProps) {
  return (
    <main className="limb-scene flex min-h-dvh flex-col px-5 pt-safe pb-safe">
      <header className="py-5">
        <Link to="/" className="inline-flex rounded-sm">
          <Wordmark />
        </Link>
      </header>
      <div className="appear relative mx-auto flex w-full max-w-sm flex-1 flex-col justify-center pb-24 pt-4">
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        <div className="mt-7">{children}</div>
        <p className="mt-7 text-sm text-soft">{footer}</p>
      </div>
    </main>
  );
}
