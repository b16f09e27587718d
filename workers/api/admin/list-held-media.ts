import { heldMediaSchema } from '../../../shared/contracts/index.ts';
import { listHeldMedia } from '../../../shared/db/media/review-media.ts';
import { signedMediaUrls } from '../../../shared/domain/media/media-urls.ts';
import { presentMedia } from '../../../shared/domain/media/present-media.ts';
import { answer, route } from '../../http/route.ts';

/** The photos that wait for a person's decision, with URLs that show them to the operator. */
export const listHeld = route(
  {
    method: 'get',
    path: '/admin/media/held',
    tags: ['admin'],
    summary: 'Photos that wait for a decision',
    access: 'operator',
    responses: answer(200, heldMediaSchema, 'The oldest of every database.'),
  },
  async (c) => {
    const { services, now } = c.var;
    const rows = await listHeldMedia(services.shards);
    // The owner's own right is lent to the operator: nobody else may see what is held.
    const media = rows.map((row) => {
      const urlFor = signedMediaUrls(services.config.TOKEN_KEYS, row.ownerId, now);
      return { ...presentMedia(row, urlFor, { forOwner: true }), ownerId: row.ownerId };
    });
    return c.json({ media }, 200);
  },
);
