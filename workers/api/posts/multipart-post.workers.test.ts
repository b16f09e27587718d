import { env, exports } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import type { Draft, Post, Problem } from '../../../shared/contracts/index.ts';
import { aUser, ORIGIN, type TestUser } from '../../../tests/support/a-user.ts';
import { untilSettled } from '../../../tests/support/an-upload.ts';
import { fixture } from '../../../tests/support/fixture.ts';
import { receivePhotos } from '../../media/receive-photos.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const MINUTE_MS = 60_000;

function publish({ token }: TestUser, fields: [string, string | File][]): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const headers = { Authorization: `Bearer ${token}` };
  return exports.default.fetch(`${ORIGIN}/api/v1/posts`, { method: 'POST', headers, body });
}

const photo = (name = 'orientation-6.jpg') => new File([fixture(name)], name, { type: 'image/jpeg' });

it('publishes photos sent in the request, upright and ready', async () => {
  const ann = await aUser();
  const response = await publish(ann, [
    ['caption', 'two at once #film'],
    ['images[]', photo()],
    ['images[]', photo('progressive.jpg')],
  ]);
  expect(response.status).toBe(201);
  const post = await response.json<Post>();
  expect(post).toMatchObject({ caption: 'two at once #film', hashtags: ['film'] });
  expect(post.media.map(({ status }) => status)).toEqual(['ready', 'ready']);
  const served = await ann.call('GET', `/media/${post.media[0]?.id}/feed`);
  expect(served.status).toBe(200);
});

it('takes the field as `images` too', async () => {
  expect((await publish(await aUser(), [['images', photo()]])).status).toBe(201);
});

it('names the file that is no photo, and publishes nothing', async () => {
  const ann = await aUser();
  const text = new File(['not a photo at all'], 'holiday.jpg', { type: 'image/jpeg' });
  const response = await publish(ann, [
    ['images[]', photo()],
    ['images[]', text],
  ]);
  expect(response.status).toBe(422);
  expect(await response.json<Problem>()).toMatchObject({ code: 'media-failed', errors: [{ path: 'images.1' }] });
  expect((await (await ann.call('GET', `/users/${ann.user.id}/posts`)).json<{ posts: Post[] }>()).posts).toEqual([]);
});

it('takes 1 to 10 photos', async () => {
  const ann = await aUser();
  for (const count of [0, 11]) {
    const files = Array.from({ length: count }, (): [string, File] => [
      'images[]',
      new File(['x'], 'x.jpg', { type: 'image/jpeg' }),
    ]);
    const response = await publish(ann, [['caption', 'none'], ...files]);
    expect(response.status, `${count} photos`).toBe(422);
    expect(await response.json<Problem>()).toMatchObject({ errors: [{ path: 'images' }] });
  }
});

it('refuses a type that is no photo before it stores anything', async () => {
  const response = await publish(await aUser(), [
    ['images[]', new File(['<svg/>'], 'a.svg', { type: 'image/svg+xml' })],
  ]);
  expect(response.status).toBe(415);
  expect(await response.json<Problem>()).toMatchObject({ errors: [{ path: 'images.0' }] });
});

it('leaves photos to the queue when an attempt fails on our side', async () => {
  const ann = await aUser();
  const images = new Proxy(env.IMAGES, {
    get: () => () => {
      throw new Error('Images is away');
    },
  });
  const [mediaId = ''] = await receivePhotos({ ...services, images }, ann.user.id, [photo()], Date.now());
  expect((await untilSettled(ann, mediaId)).status).toBe('ready');
});

it('leaves photos to the queue when the request has waited long enough, and the post waits for them', async () => {
  const ann = await aUser();
  const [late = ''] = await receivePhotos(services, ann.user.id, [photo()], Date.now() - MINUTE_MS);
  const response = await ann.call('POST', '/posts', { mediaIds: [late] });
  expect([201, 202]).toContain(response.status);
  const { id } = await response.json<Draft>();
  await expect.poll(async () => (await ann.call('GET', `/posts/${id}`)).status).toBe(200);
});
