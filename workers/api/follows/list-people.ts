import type { PageQuery, PeoplePage } from '../../../shared/contracts/index.ts';
import type { ListPlace, ListRow } from '../../../shared/db/follows/list-follows.ts';
import { decodeTimeCursor, encodeTimeCursor } from '../../../shared/domain/paging/time-cursor.ts';
import type { Viewer } from '../../http/app-env.ts';
import { presentPeople } from '../../people/present-people.ts';
import type { Services } from '../../services.ts';

type ReadRows = (after: ListPlace | null, limit: number) => Promise<ListRow[]>;

/** A page of people: skeleton (ids in order), hydration and rules in `presentPeople`, and the cursor behind the last row. */
export async function listPeople(
  services: Services,
  viewer: Viewer | null,
  kind: string,
  { cursor, limit }: PageQuery,
  readRows: ReadRows,
): Promise<PeoplePage> {
  const rows = await readRows(decodeTimeCursor(kind, cursor), limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const users = await presentPeople(
    services,
    viewer,
    page.map(({ userId }) => userId),
  );
  const more = rows.length > limit && last ? { at: last.at, id: last.userId } : undefined;
  return { users, nextCursor: encodeTimeCursor(kind, more) };
}
