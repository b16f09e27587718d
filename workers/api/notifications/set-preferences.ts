import { notificationPreferencesSchema } from '../../../shared/contracts/index.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, jsonBody, route } from '../../http/route.ts';

/** Chooses whose acts you hear of from now on; what came before stays. */
export const setPreferences = route(
  {
    method: 'put',
    path: '/notifications/preferences',
    tags: ['notifications'],
    summary: 'Choose what you are notified of',
    request: { body: jsonBody(notificationPreferencesSchema) },
    responses: answer(200, notificationPreferencesSchema, 'Your choices.'),
  },
  async (c) => {
    const preferences = c.req.valid('json');
    await c.var.services.stubs.inbox(requireViewer(c).id).writePreferences(preferences);
    return c.json(preferences, 200);
  },
);
