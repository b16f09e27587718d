import { idParamSchema, postSchema } from '../../../shared/contracts/index.ts';
import { archivePost as writeArchive } from '../../../shared/db/posts/archive-post.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import { presentPost } from '../../cards/present-post.ts';
import { readMarks } from '../../cards/read-marks.ts';
import { requireVisiblePost } from '../../cards/require-visible-post.ts';
import type { AppContext } from '../../http/app-env.ts';
import { jsonText } from '../../http/json-text.ts';
import { answer, noContent, route } from '../../http/route.ts';
import { announceEntry, entryOf } from './announce-entry.ts';
import { requireOwnPost } from './require-own-post.ts';

/** Takes a post of yours out of everybody's sight, with its likes and comments; archiving twice is archiving once. */
export const archivePost = route(
  {
    method: 'post',
    path: '/posts/{id}/archive',
    tags: ['posts'],
    summary: 'Archive your post',
    request: { params: idParamSchema },
    responses: noContent,
    errors: ['not-found', 'forbidden', 'conflict'],
  },
  async (c) => {
    await setArchived(c, c.req.valid('param').id, true);
    return c.body(null, 204);
  },
);

/** Brings an archived post back to where it was. */
export const restorePost = route(
  {
    method: 'post',
    path: '/posts/{id}/restore',
    tags: ['posts'],
    summary: 'Restore an archived post',
    request: { params: idParamSchema },
    responses: answer(200, postSchema, 'The post.'),
    errors: ['not-found', 'forbidden', 'conflict'],
  },
  async (c) => {
    const { services, viewer, now } = c.var;
    const { id } = c.req.valid('param');
    await setArchived(c, id, false);
    const post = await requireVisiblePost(c, id);
    const marksOf = await readMarks(services, viewer, [id]);
    return jsonText(c, presentPost(services, viewer, now, post, marksOf(id)));
  },
);

async function setArchived(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  id: string,
  archived: boolean,
): Promise<void> {
  const { services, now } = c.var;
  const own = await requireOwnPost(c, id);
  const state = archived ? 'archived' : 'published';
  if (own.state === state) return;
  if (own.state !== 'published' && own.state !== 'archived') {
    throw new AppError('conflict', { detail: `The post was never published (${own.state}).` });
  }
  const outboxId = services.ids.next(shardOfId(id), now);
  await writeArchive(services.shards, id, archived, outboxId, now);
  await services.caches.forgetPost(id);
  await announceEntry(c, outboxId, entryOf(own, { state }));
}
