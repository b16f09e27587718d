import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { buttonClass } from '../ui/button.tsx';
import { EmptyState } from '../ui/states.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';

export function NotFound() {
  useDocumentTitle('No such page');
  return (
    <EmptyState
      icon={<Compass className="size-7" strokeWidth={1.5} />}
      title="There is no page here"
      action={
        <Link to="/" className={buttonClass('quiet')}>
          Go home
        </Link>
      }
    >
      The address may be misspelt, or what was here is gone.
    </EmptyState>
  );
}
