import { updateSettingsSchema, userSettingsSchema } from '../../../shared/contracts/index.ts';
import { changeSettings } from '../../../shared/db/settings/settings.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, jsonBody, route } from '../../http/route.ts';

/** Changes what is named; the rest stays. */
export const updateSettings = route(
  {
    method: 'patch',
    path: '/users/me/settings',
    tags: ['settings'],
    summary: 'Change your settings',
    request: { body: jsonBody(updateSettingsSchema) },
    responses: answer(200, userSettingsSchema, 'The settings.'),
  },
  async (c) => {
    const { services, now } = c.var;
    return c.json(await changeSettings(services.shards, requireViewer(c).id, c.req.valid('json'), now), 200);
  },
);
