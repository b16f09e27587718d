import { meSchema, updateMeSchema } from '../../../shared/contracts/index.ts';
import { type ProfileRefusal, updateProfile } from '../../../shared/db/accounts/update-profile.ts';
import type { OutboxItem } from '../../../shared/db/outbox/outbox-work.ts';
import { AppError, invalidField } from '../../../shared/errors/index.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, jsonBody, route } from '../../http/route.ts';
import type { Services } from '../../services.ts';
import { presentMe } from './present-me.ts';

/** Changes the viewer's profile. Going public accepts whoever asked to follow meanwhile, as most people expect. */
export const updateMe = route(
  {
    method: 'patch',
    path: '/users/me',
    tags: ['users'],
    summary: 'Change your account',
    errors: ['media-not-ready'],
    request: { body: jsonBody(updateMeSchema) },
    responses: answer(200, meSchema, 'The changed account.'),
  },
  async (c) => {
    const { services, now } = c.var;
    const viewer = requireViewer(c);
    const change = c.req.valid('json');
    const outbox: OutboxItem = {
      id: services.ids.next(shardOfId(viewer.id), now),
      work: { topic: 'gone-public', userId: viewer.id },
    };
    const updated = await updateProfile(services.shards, viewer.id, change, outbox, now);
    if (!updated.ok) throw refused(updated.code);
    services.caches.forgetAuthor(viewer.id);
    if (change.isPrivate === false) await sendSoon(services, outbox);
    return c.json(presentMe(updated.value), 200);
  },
);

function refused(refusal: ProfileRefusal): AppError {
  switch (refusal) {
    case 'photo-not-ready':
      return new AppError('media-not-ready', {
        detail: 'The photo is still being prepared.',
        errors: [{ path: 'avatarMediaId', message: 'is not ready yet' }],
      });
    case 'photo-failed':
      return invalidField('avatarMediaId', 'could not be processed');
    case 'no-such-photo':
      return invalidField('avatarMediaId', 'is not a photo of yours');
    case 'no-such-user':
      return new AppError('invalid-token');
  }
}

/** The work is owed already: a message that is lost is sent again by the sweep. */
async function sendSoon({ fanoutQueue }: Services, item: OutboxItem): Promise<void> {
  await fanoutQueue.send(item).catch(() => undefined);
}
