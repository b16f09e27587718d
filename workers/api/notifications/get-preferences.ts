import { notificationPreferencesSchema } from '../../../shared/contracts/index.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';

/** Whose acts you hear of. */
export const getPreferences = route(
  {
    method: 'get',
    path: '/notifications/preferences',
    tags: ['notifications'],
    summary: 'What you are notified of',
    responses: answer(200, notificationPreferencesSchema, 'Your choices.'),
  },
  async (c) => c.json(await c.var.services.stubs.inbox(requireViewer(c).id).readPreferences(), 200),
);
