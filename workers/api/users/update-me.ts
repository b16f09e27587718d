import { meSchema, updateMeSchema } from '../../../shared/contracts/index.ts';
import { type AvatarRefusal, updateProfile } from '../../../shared/db/accounts/update-profile.ts';
import { AppError, invalidField } from '../../../shared/errors/index.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, jsonBody, route } from '../../http/route.ts';
import { presentMe } from './present-me.ts';

/** Changes the viewer's profile. */
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
    const updated = await updateProfile(services.shards, requireViewer(c).id, c.req.valid('json'), now);
    if (!updated.ok) {
      throw updated.code === 'no-such-user' ? new AppError('invalid-token') : avatarRefused(updated.code);
    }
    return c.json(presentMe(updated.value), 200);
  },
);

function avatarRefused(refusal: AvatarRefusal): AppError {
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
  }
}
