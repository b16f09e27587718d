import type { CellMemory } from './cell-memory.ts';

/** How a user of this cell stands to another. */
export type Standing = {
  following: boolean;
  requested: boolean;
  blocking: boolean;
  blockedBy: boolean;
  muting: boolean;
};

/** The user's standing to each of the others, in their order. */
export function describePeople(
  sql: SqlStorage,
  memory: CellMemory,
  userId: string,
  otherIds: readonly string[],
): Standing[] {
  const { sources, relations } = memory.user(userId);
  const requested = new Set(
    sql
      .exec<{ source_id: string }>(
        `SELECT source_id FROM edges WHERE user_id = ? AND state = 'requested' AND source_id IN (SELECT value FROM json_each(?))`,
        userId,
        JSON.stringify(otherIds),
      )
      .toArray()
      .map(({ source_id }) => source_id),
  );
  return otherIds.map((id) => {
    const relation = relations.get(id);
    return {
      following: id !== userId && sources.has(id),
      requested: requested.has(id),
      blocking: relation?.blocking ?? false,
      blockedBy: relation?.blockedBy ?? false,
      muting: relation?.muting ?? false,
    };
  });
}
