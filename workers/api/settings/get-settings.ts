import { userSettingsSchema } from '../../../shared/contracts/index.ts';
import { loadSettings } from '../../../shared/db/settings/settings.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';

/** What you chose for your account. */
export const getSettings = route(
  {
    method: 'get',
    path: '/users/me/settings',
    tags: ['settings'],
    summary: 'Your settings',
    responses: answer(200, userSettingsSchema, 'The settings.'),
  },
  async (c) => c.json(await loadSettings(c.var.services.shards, requireViewer(c).id), 200),
);
