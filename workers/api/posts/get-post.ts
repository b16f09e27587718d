import { idParamSchema, postSchema } from '../../../shared/contracts/index.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { presentPost } from '../../cards/present-post.ts';
import { readMarks } from '../../cards/read-marks.ts';
import { requireOwnArchived } from '../../cards/require-own-archived.ts';
import { requireVisiblePost } from '../../cards/require-visible-post.ts';
import { observeAuthor } from '../../cells/observe-author.ts';
import { jsonText } from '../../http/json-text.ts';
import { answer, route } from '../../http/route.ts';

/** One post, for whoever may see its author's posts; an archived one for its author alone. */
export const getPost = route(
  {
    method: 'get',
    path: '/posts/{id}',
    tags: ['posts'],
    summary: 'One post',
    access: 'optional',
    limit: 'read',
    edgeCached: true,
    request: { params: idParamSchema },
    responses: answer(200, postSchema, 'The post.'),
    errors: ['not-found'],
  },
  async (c) => {
    const { services, viewer, now } = c.var;
    const { id } = c.req.valid('param');
    const post = await requireVisiblePost(c, id).catch((error: unknown) => {
      if (viewer && error instanceof AppError && error.code === 'not-found') return undefined;
      throw error;
    });
    if (!post) return jsonText(c, await requireOwnArchived(c, id));
    observeAuthor(c, post.card.authorId, 'open');
    const marksOf = await readMarks(services, viewer, [id]);
    return jsonText(c, presentPost(services, viewer, now, post, marksOf(id)));
  },
);
