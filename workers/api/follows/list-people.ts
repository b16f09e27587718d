import type { PageQuery, PeoplePage, Person } from '../../../shared/contracts/index.ts';
import type { ListPlace, ListRow } from '../../../shared/db/follows/list-follows.ts';
import { readShownPage } from '../../../shared/domain/paging/read-shown-page.ts';
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
  const start = decodeTimeCursor(kind, cursor);
  const { shown, last } = await readShownPage<ListRow, Person>(
    limit,
    (row, count) => readRows(row ? placeOf(row) : start, count),
    (page) =>
      presentPeople(
        services,
        viewer,
        page.map(({ userId }) => userId),
      ),
  );
  return { users: shown, nextCursor: encodeTimeCursor(kind, last && placeOf(last)) };
}

function placeOf({ at, userId }: ListRow): ListPlace {
  return { at, id: userId };
}
