import { expect, it } from 'vitest';
import type { Instance } from '../../../shared/contracts/index.ts';
import { instanceSchema } from '../../../shared/contracts/index.ts';
import { callApi } from '../../../tests/support/a-user.ts';

it('tells the limits that are configured, and may be cached', async () => {
  const response = await callApi('GET', '/instance');
  expect(response.status).toBe(200);
  expect(response.headers.get('Cache-Control')).toBe('public, max-age=300');
  const instance = instanceSchema.parse(await response.json<Instance>());
  expect(instance).toMatchObject({
    name: 'Rimlight',
    media: { maxPhotoBytes: 33_554_432, maxPhotoPixels: 80_000_000, maxAnimationBytes: 8_388_608 },
    posts: { maxMedia: 10, maxCaption: 2_200 },
  });
  expect(instance.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(instance.media.photoTypes).toContain('image/heic');
});
