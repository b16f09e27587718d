import { idParamSchema, postSchema } from '../../../shared/contracts/index.ts';
import { publishDraft as writePublication } from '../../../shared/db/posts/publish-draft.ts';
import { AppError, notFound } from '../../../shared/errors/index.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import { presentPost } from '../../cards/present-post.ts';
import { readMarks } from '../../cards/read-marks.ts';
import { requireVisiblePost } from '../../cards/require-visible-post.ts';
import { jsonText } from '../../http/json-text.ts';
import { answer, route } from '../../http/route.ts';
import { announceEntry, entryOf } from '../posts/announce-entry.ts';
import { requireOwnPost } from '../posts/require-own-post.ts';

/** Publishes a draft now, at the top of the feeds. Asking again answers the post. */
export const publishDraft = route(
  {
    method: 'post',
    path: '/drafts/{id}/publish',
    tags: ['drafts'],
    summary: 'Publish a draft',
    limit: 'post',
    request: { params: idParamSchema },
    responses: answer(201, postSchema, 'The post.'),
    errors: ['not-found', 'conflict'],
  },
  async (c) => {
    const { services, viewer, now } = c.var;
    const { id } = c.req.valid('param');
    const draft = await requireOwnPost(c, id);
    if (draft.state === 'archived') throw notFound('draft');
    if (draft.state !== 'published') {
      if (draft.mediaIds.length === 0) throw new AppError('conflict', { detail: 'Add a photo or a video first.' });
      const shard = shardOfId(id);
      const [entryId, outboxId] = [services.ids.next(shard, now), services.ids.next(shard, now)];
      if (await writePublication(services.shards, { postId: id, entryId, outboxId }, now)) {
        await announceEntry(c, outboxId, entryOf({ ...draft, entryId }, { state: 'published' }));
      }
    }
    const post = await requireVisiblePost(c, id);
    const marksOf = await readMarks(services, viewer, [id]);
    return jsonText(c, presentPost(services, viewer, now, post, marksOf(id)), 201, { Location: `/api/v1/posts/${id}` });
  },
);
