import { Link } from '@tanstack/react-router';
import { useMe } from '../auth/session.ts';
import { PersonRow } from './person-row.tsx';
import { Suggestions } from './suggestions.tsx';

const linkClass = 'rounded-sm hover:text-strong hover:underline';

/** Beside the feed on wide screens: who is logged in, and where the rest is. */
export default function SideColumn() {
  const me = useMe();
  if (!me) return null;
  return (
    <div className="sticky top-0 flex flex-col gap-6 py-8">
      <PersonRow person={me} />
      <Suggestions />
      <ul className="flex flex-wrap gap-x-4 gap-y-2 text-xs text-faint">
        <li>
          <Link to="/find" className={linkClass}>
            Find people
          </Link>
        </li>
        <li>
          <Link to="/requests" className={linkClass}>
            Follow requests
          </Link>
        </li>
        <li>
          <a href="/docs" className={linkClass}>
            API
          </a>
        </li>
      </ul>
    </div>
  );
}
