import { useMe } from '../auth/session.ts';
import { PersonRow } from './person-row.tsx';
import { Suggestions } from './suggestions.tsx';

/** Beside the feed on wide screens: oneself, and people to follow. */
export default function SideColumn() {
  const me = useMe();
  if (!me) return null;
  return (
    <div className="sticky top-0 flex max-h-dvh flex-col gap-6 overflow-y-auto py-8 no-scrollbar">
      <PersonRow person={me} />
      <Suggestions />
    </div>
  );
}
