import { idParamSchema, postSchema, updatePostSchema } from '../../../shared/contracts/index.ts';
import { editPost } from '../../../shared/db/posts/change-post.ts';
import { parseHashtags } from '../../../shared/domain/posts/parse-caption.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import { presentPost } from '../../cards/present-post.ts';
import { readMarks } from '../../cards/read-marks.ts';
import { requireVisiblePost } from '../../cards/require-visible-post.ts';
import { jsonText } from '../../http/json-text.ts';
import { answer, jsonBody, route } from '../../http/route.ts';
import { resolveMentions } from '../../people/resolve-mentions.ts';
import { announceEntry, entryOf } from './announce-entry.ts';
import { requireOwnPost } from './require-own-post.ts';

/** Edits caption, place or the hiding of likes. The new revision travels to every cell, and cards follow it. */
export const updatePost = route(
  {
    method: 'patch',
    path: '/posts/{id}',
    tags: ['posts'],
    summary: 'Edit your post',
    request: { params: idParamSchema, body: jsonBody(updatePostSchema) },
    responses: answer(200, postSchema, 'The post.'),
    errors: ['not-found', 'forbidden'],
  },
  async (c) => {
    const { services, viewer, now } = c.var;
    const { id } = c.req.valid('param');
    const change = c.req.valid('json');
    const own = await requireOwnPost(c, id);
    const outboxId = services.ids.next(shardOfId(id), now);
    const { caption } = change;
    const parsed =
      caption === undefined
        ? null
        : { hashtags: parseHashtags(caption), mentions: await resolveMentions(services, caption) };
    await editPost(services.shards, id, change, parsed, outboxId, now);
    await announceEntry(c, outboxId, entryOf(own, { state: own.state }));
    const post = await requireVisiblePost(c, id);
    const marksOf = await readMarks(services, viewer, [id]);
    return jsonText(c, presentPost(services, viewer, now, post, marksOf(id)));
  },
);
