import { listedPictureSchema } from '../../../shared/contracts/index.ts';
import { dropHash } from '../../../shared/db/media/similar-hashes.ts';
import { noContent, route } from '../../http/route.ts';

/** Takes a picture off the list of those that are refused. */
export const unlistPicture = route(
  {
    method: 'delete',
    path: '/admin/listed-pictures/{hash}',
    tags: ['admin'],
    summary: 'Take a picture off the list',
    access: 'operator',
    request: { params: listedPictureSchema },
    responses: noContent,
  },
  async (c) => {
    const { hash } = c.req.valid('param');
    await dropHash(c.var.services.shards, { kind: 'listed', ref: hash, hash });
    return c.body(null, 204);
  },
);
