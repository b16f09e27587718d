import { deleteMeSchema } from '../../../shared/contracts/index.ts';
import { closeAccount } from '../../../shared/db/accounts/close-account.ts';
import { findUser } from '../../../shared/db/accounts/find-user.ts';
import type { OutboxItem } from '../../../shared/db/outbox/outbox-work.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { jsonBody, noContent, route } from '../../http/route.ts';
import { checkPassword } from '../auth/password-hash.ts';

/** Closes your account: gone for everybody when this answers; posts, media and edges follow by the work that is owed. */
export const deleteMe = route(
  {
    method: 'delete',
    path: '/users/me',
    tags: ['users'],
    summary: 'Delete your account',
    limit: 'log-in',
    errors: ['invalid-credentials'],
    request: { body: jsonBody(deleteMeSchema) },
    responses: noContent,
  },
  async (c) => {
    const { services, now } = c.var;
    const { shards, ids, config, fanoutQueue } = services;
    const { id } = requireViewer(c);
    const user = await findUser(shards, id);
    if (user?.status !== 'active') throw new AppError('invalid-token');
    const { correct } = await checkPassword(c.req.valid('json').password, user.passwordHash, config.PASSWORD_SCRYPT);
    if (!correct) throw new AppError('invalid-credentials');
    const outbox: OutboxItem = { id: ids.next(shardOfId(id), now), work: { topic: 'account', userId: id } };
    const closed = await closeAccount(shards, id, outbox, now);
    if (closed) await fanoutQueue.send(outbox).catch(() => undefined);
    services.caches.forgetAuthor(id);
    return c.body(null, 204);
  },
);
