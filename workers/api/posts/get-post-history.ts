import { idParamSchema, pageQuerySchema, postHistorySchema } from '../../../shared/contracts/index.ts';
import { listRefusers } from '../../../shared/db/posts/person-tags.ts';
import { listVersions } from '../../../shared/db/posts/post-versions.ts';
import { decodeCursor, encodeCursor } from '../../../shared/domain/paging/cursor.ts';
import { invalidField } from '../../../shared/errors/index.ts';
import { requireVisiblePost } from '../../cards/require-visible-post.ts';
import { answer, route } from '../../http/route.ts';

const KIND = 'history';

/** What a post showed before its edits, newest first, for whoever may see it. Who took their tag off is in no version. */
export const getPostHistory = route(
  {
    method: 'get',
    path: '/posts/{id}/history',
    tags: ['posts'],
    summary: 'Earlier versions of a post',
    access: 'optional',
    limit: 'read',
    request: { params: idParamSchema, query: pageQuerySchema },
    responses: answer(200, postHistorySchema, 'A page of versions.'),
    errors: ['not-found'],
  },
  async (c) => {
    const { shards } = c.var.services;
    const { id } = c.req.valid('param');
    const { limit, cursor } = c.req.valid('query');
    const before = decodeBefore(cursor);
    await requireVisiblePost(c, id);
    const [rows, refusers] = await Promise.all([listVersions(shards, id, before, limit + 1), listRefusers(shards, id)]);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    const versions = page.map(({ revision: _, people, replacedAt, ...version }) => ({
      ...version,
      people: people.filter(({ userId }) => !refusers.has(userId)),
      replacedAt: new Date(replacedAt).toISOString(),
    }));
    return c.json({ versions, nextCursor: last ? encodeCursor(KIND, [last.revision]) : null }, 200);
  },
);

function decodeBefore(cursor: string | undefined): number {
  if (cursor === undefined) return Number.MAX_SAFE_INTEGER;
  const before = Number(decodeCursor(KIND, cursor, 1)[0]);
  if (!Number.isSafeInteger(before)) throw invalidField('cursor', 'is not a cursor of this list');
  return before;
}
