import { idParamSchema, type Person, pageQuerySchema, peoplePageSchema } from '../../../shared/contracts/index.ts';
import { decodeLikerCursor, encodeLikerCursor, type LikerPlace } from '../../../shared/domain/paging/liker-cursor.ts';
import { readShownPage } from '../../../shared/domain/paging/read-shown-page.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { requireVisiblePost } from '../../cards/require-visible-post.ts';
import { atHome } from '../../cells/at-home.ts';
import type { Viewer } from '../../http/app-env.ts';
import { answer, route } from '../../http/route.ts';
import { presentPeople } from '../../people/present-people.ts';
import type { Services } from '../../services.ts';
import { type LikerReader, readLikers } from './read-likers.ts';

/** Who likes a post: people you follow first, newest like first. Only its author sees the list of one that hides likes. */
export const listLikers = route(
  {
    method: 'get',
    path: '/posts/{id}/likes',
    tags: ['likes'],
    summary: 'Who likes a post',
    access: 'optional',
    limit: 'read',
    edgeCached: true,
    request: { params: idParamSchema, query: pageQuerySchema },
    responses: answer(200, peoplePageSchema, 'A page of people.'),
    errors: ['not-found', 'likes-hidden'],
  },
  async (c) => {
    const { services, viewer } = c.var;
    const postId = c.req.valid('param').id;
    const { limit, cursor } = c.req.valid('query');
    const after = decodeLikerCursor(cursor);
    const { card } = await requireVisiblePost(c, postId);
    if (card.hideLikes && viewer?.id !== card.authorId) {
      throw new AppError('likes-hidden', { detail: 'The author of this post hides who likes it.' });
    }
    const reader = await readReader(services, viewer, postId);
    const { shown, last } = await readShownPage<LikerPlace, Person>(
      limit,
      (place, count) => readLikers(services.shards, { postId, reader, after: place ?? after, limit: count }),
      (page) =>
        presentPeople(
          services,
          viewer,
          page.map(({ id }) => id),
        ),
    );
    return c.json({ users: shown, nextCursor: encodeLikerCursor(last) }, 200);
  },
);

async function readReader(services: Services, viewer: Viewer | null, postId: string): Promise<LikerReader | null> {
  if (!viewer) return null;
  const circle = await atHome(services, viewer, async (cell) => cell.readCircle(viewer.id, postId));
  return { id: viewer.id, ...circle };
}
