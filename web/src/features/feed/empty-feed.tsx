import { Link } from '@tanstack/react-router';
import { Images } from 'lucide-react';
import { buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Suggestions } from '../users/suggestions.tsx';

export function EmptyFeed() {
  return (
    <div className="px-4 sm:px-0">
      <EmptyState
        icon={<Images className="size-7" strokeWidth={1.5} />}
        title="Nothing here yet"
        action={
          <div className="flex flex-wrap justify-center gap-2">
            <Link to="/compose" className={buttonClass('primary')}>
              Share your first photo
            </Link>
            <Link to="/find" className={buttonClass('quiet')}>
              Find people
            </Link>
          </div>
        }
      >
        Photos of the people you follow appear here, and your own.
      </EmptyState>
      {/* On wide screens they stand beside the feed. */}
      <div className="lg:hidden">
        <Suggestions limit={10} heading="People you could follow" />
      </div>
    </div>
  );
}
