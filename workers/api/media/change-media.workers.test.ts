import { describe, expect, it } from 'vitest';
import type { Media, Post, Problem } from '../../../shared/contracts/index.ts';
import { aMedium } from '../../../tests/support/a-medium.ts';
import { aUser, callApi } from '../../../tests/support/a-user.ts';
import { anUpload, aPhoto } from '../../../tests/support/an-upload.ts';

describe('GET /media/{id}', () => {
  it('shows the owner every state, and others what they may see', async () => {
    const owner = await aUser();
    const viewer = await aUser();
    const pending = await anUpload(owner, { altText: 'Four fields of colour' });
    expect(await (await owner.call('GET', `/media/${pending}`)).json()).toEqual({
      id: pending,
      kind: 'photo',
      status: 'pending',
      width: null,
      height: null,
      blurhash: null,
      altText: 'Four fields of colour',
      showCamera: false,
      urls: null,
    });
    expect((await viewer.call('GET', `/media/${pending}`)).status).toBe(404);
    const photo = await aPhoto(owner);
    expect((await viewer.call('GET', `/media/${photo.id}`)).status).toBe(404);
    await owner.call('POST', '/posts', { mediaIds: [photo.id] });
    for (const response of [
      await viewer.call('GET', `/media/${photo.id}`),
      await callApi('GET', `/media/${photo.id}`),
    ]) {
      expect(await response.json<Media>()).toMatchObject({ urls: { feed: `/api/v1/media/${photo.id}/feed` } });
    }
  });

  it('hides a public photo from somebody its owner blocks', async () => {
    const owner = await aUser();
    const blocked = await aUser();
    const photo = await aPhoto(owner);
    await owner.call('POST', '/posts', { mediaIds: [photo.id] });
    await owner.call('POST', `/users/${blocked.user.id}/block`);
    expect((await blocked.call('GET', `/media/${photo.id}`)).status).toBe(404);
  });
});

describe('PATCH /media/{id}', () => {
  it('describes a medium of one’s own', async () => {
    const owner = await aUser();
    const mediaId = await anUpload(owner);
    const response = await owner.call('PATCH', `/media/${mediaId}`, { altText: '  A red door  ' });
    expect(response.status).toBe(200);
    expect((await response.json<Media>()).altText).toBe('A red door');
    expect((await (await aUser()).call('PATCH', `/media/${mediaId}`, { altText: 'mine' })).status).toBe(404);
    expect((await owner.call('PATCH', `/media/${mediaId}`, { altText: 'x'.repeat(1_001) })).status).toBe(422);
    expect((await owner.call('PATCH', `/media/${mediaId}`, { width: 1 })).status).toBe(422);
  });
});

describe('the description of what a post shows', () => {
  it('is changed by an edit of the post only, which keeps what was shown', async () => {
    const owner = await aUser();
    const mediaId = await aMedium(owner);
    const write = (altText: string) => owner.call('PATCH', `/media/${mediaId}`, { altText });
    await write('A red door');
    const draft = await (await owner.call('POST', '/drafts', { mediaIds: [mediaId] })).json<Post>();
    expect((await write('A green door')).status).toBe(200);
    await owner.call('POST', `/drafts/${draft.id}/publish`);
    const read = async () => (await owner.call('GET', `/posts/${draft.id}`)).json<Post>();
    for (const action of ['archive', 'restore']) {
      const refused = await write('A blue door');
      expect(refused.status).toBe(409);
      expect(await refused.json<Problem>()).toMatchObject({
        code: 'conflict',
        detail: expect.stringContaining('PATCH /posts'),
      });
      expect((await owner.call('POST', `/posts/${draft.id}/${action}`)).status).toBeLessThan(300);
    }
    // What is there already may be sent again, and other things of the medium change as before.
    expect((await write('A green door')).status).toBe(200);
    expect((await owner.call('PATCH', `/media/${mediaId}`, { showCamera: true })).status).toBe(200);
    expect(await read()).toMatchObject({ editedAt: null, media: [{ altText: 'A green door' }] });
    await owner.call('PATCH', `/posts/${draft.id}`, { altTexts: { [mediaId]: 'A blue door' } });
    expect(await read()).toMatchObject({ editedAt: expect.any(String), media: [{ altText: 'A blue door' }] });
    expect((await (await aUser()).call('PATCH', `/media/${mediaId}`, { altText: 'mine' })).status).toBe(404);
  });
});

describe('the camera of a photo', () => {
  it('is shown to others only when the owner wishes, and the place to nobody', async () => {
    const owner = await aUser();
    const photo = await aPhoto(owner, { file: 'orientation-6.jpg' });
    expect(photo).toMatchObject({ showCamera: false, camera: { make: 'Rimcam', iso: 125 } });
    await owner.call('POST', '/posts', { mediaIds: [photo.id] });
    const seen = async () => (await callApi('GET', `/media/${photo.id}`)).json<Media>();
    expect((await seen()).camera).toBeUndefined();
    await owner.call('PATCH', `/media/${photo.id}`, { showCamera: true });
    const shown = await seen();
    expect(shown.camera).toMatchObject({ make: 'Rimcam', aperture: 1.8 });
    expect(JSON.stringify(shown)).not.toMatch(/48\.85|2\.29|secret/i);
    expect((await owner.call('PATCH', `/media/${photo.id}`, {})).status).toBe(422);
  });
});

describe('DELETE /media/{id}', () => {
  it('deletes what nothing shows, once', async () => {
    const owner = await aUser();
    const photo = await aPhoto(owner);
    expect((await (await aUser()).call('DELETE', `/media/${photo.id}`)).status).toBe(404);
    expect((await owner.call('DELETE', `/media/${photo.id}`)).status).toBe(204);
    expect((await owner.call('GET', `/media/${photo.id}`)).status).toBe(404);
    expect((await owner.call('DELETE', `/media/${photo.id}`)).status).toBe(404);
  });

  it('refuses what a post or a profile shows', async () => {
    const owner = await aUser();
    const posted = await aPhoto(owner);
    const avatar = await aPhoto(owner);
    await owner.call('POST', '/posts', { mediaIds: [posted.id] });
    await owner.call('PATCH', '/users/me', { avatarMediaId: avatar.id });
    for (const { id } of [posted, avatar]) {
      const response = await owner.call('DELETE', `/media/${id}`);
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({ code: 'conflict' });
    }
  });
});
