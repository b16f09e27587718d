/** A list in which this many pages in a row show nothing is not read on: the client asks for more. */
export const MOST_PAGES = 5;

/** What a page shows, and the row behind which the list goes on; undefined at its end. */
export type ShownPage<Row, Item> = { shown: Item[]; last: Row | undefined };

/**
 * A page of a list that leaves out, once it is read, what the reader may not see. While nothing of it is left the next one is
 * read, for a client may take an empty page for the end.
 */
export async function readShownPage<Row, Item>(
  limit: number,
  read: (last: Row | undefined, count: number) => Promise<readonly Row[]>,
  show: (page: readonly Row[]) => Promise<Item[]>,
): Promise<ShownPage<Row, Item>> {
  let last: Row | undefined;
  let shown: Item[] = [];
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const rows = await read(last, limit + 1);
    const page = rows.slice(0, limit);
    shown = await show(page);
    last = rows.length > limit ? page.at(-1) : undefined;
    if (shown.length > 0 || last === undefined) break;
  }
  return { shown, last };
}
