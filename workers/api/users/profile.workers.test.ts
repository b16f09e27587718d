import { describe, expect, it } from 'vitest';
import type { Me, Problem, User } from '../../../shared/contracts/index.ts';
import { aMedium } from '../../../tests/support/a-medium.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, callApi, type TestUser } from '../../../tests/support/a-user.ts';

const UNKNOWN_ID = '01hq2m8k7w0c4';
const NO_STANDING = { following: false, requested: false, followedBy: false, blocking: false, muting: false };

async function profile(viewer: TestUser | null, { user }: TestUser): Promise<User> {
  const response = viewer ? await viewer.call('GET', `/users/${user.id}`) : await callApi('GET', `/users/${user.id}`);
  expect(response.status).toBe(200);
  return response.json<User>();
}

describe('a profile', () => {
  it('is shown to anybody, by id or by username, without what is private', async () => {
    const mira = await aUser({ fullName: 'Mira Okafor' });
    const { email, ...shown } = mira.user;
    expect(await profile(null, mira)).toEqual(shown);
    const byName = await callApi('GET', `/users/by-username/${mira.user.username.toUpperCase()}`);
    expect(await byName.json()).toEqual(shown);
    expect(JSON.stringify(shown)).not.toContain(email);
  });

  it('says how the viewer and the user stand', async () => {
    const [mira, jonas] = [await aUser(), await aUser()];
    expect((await profile(jonas, mira)).viewer).toEqual(NO_STANDING);
    await jonas.call('POST', `/users/${mira.user.id}/follow`);
    expect((await profile(jonas, mira)).viewer).toEqual({ ...NO_STANDING, following: true });
    expect((await profile(mira, jonas)).viewer).toEqual({ ...NO_STANDING, followedBy: true });
    await jonas.call('POST', `/users/${mira.user.id}/mute`);
    expect((await profile(jonas, mira)).viewer).toEqual({ ...NO_STANDING, following: true, muting: true });
    expect((await profile(null, mira)).viewer).toEqual(NO_STANDING);
    expect((await profile(mira, mira)).viewer).toEqual(NO_STANDING);
  });

  it('says that the viewer asked to follow a private account', async () => {
    const [mira, jonas] = [await aUser({ isPrivate: true }), await aUser()];
    await jonas.call('POST', `/users/${mira.user.id}/follow`);
    expect(await profile(jonas, mira)).toMatchObject({ isPrivate: true, viewer: { ...NO_STANDING, requested: true } });
  });

  it('is not there for somebody whom the user blocked, and is for the one who blocked', async () => {
    const [mira, jonas] = [await aUser(), await aUser()];
    await mira.call('POST', `/users/${jonas.user.id}/block`);
    expect((await jonas.call('GET', `/users/${mira.user.id}`)).status).toBe(404);
    expect((await jonas.call('GET', `/users/by-username/${mira.user.username}`)).status).toBe(404);
    expect((await profile(mira, jonas)).viewer).toEqual({ ...NO_STANDING, blocking: true });
  });

  it('that does not exist is a 404', async () => {
    for (const path of [`/users/${UNKNOWN_ID}`, '/users/nobody', '/users/by-username/nobody.here']) {
      const response = await callApi('GET', path);
      expect(response.status, path).toBe(404);
      expect((await response.json<Problem>()).code).toBe('not-found');
    }
  });
});

describe("one's own account", () => {
  it('is changed field by field', async () => {
    const { user, call } = await aUser({ fullName: 'Mira' });
    const changed = await call('PATCH', '/users/me', { bio: ' Light, mostly. ' });
    expect(await changed.json()).toEqual({ ...user, bio: 'Light, mostly.' });
    await call('PATCH', '/users/me', { fullName: '', isPrivate: true });
    expect(await (await call('GET', '/users/me')).json()).toEqual({
      ...user,
      bio: 'Light, mostly.',
      fullName: '',
      isPrivate: true,
    });
  });

  it('refuses what it does not know', async () => {
    const { call } = await aUser();
    for (const body of [{}, { username: 'other' }, { bio: 'x'.repeat(301) }, { isPrivate: 'yes' }, { email: null }]) {
      expect((await call('PATCH', '/users/me', body)).status, JSON.stringify(body)).toBe(422);
    }
  });

  it('accepts whoever asked to follow when it goes public', async () => {
    const mira = await aUser({ isPrivate: true });
    const fans = await Promise.all([aUser(), aUser(), aUser()]);
    for (const fan of fans) await fan.call('POST', `/users/${mira.user.id}/follow`);
    await mira.call('PATCH', '/users/me', { isPrivate: false });
    await expect.poll(async () => (await profile(null, mira)).counts.followers).toBe(fans.length);
    for (const fan of fans) expect((await profile(fan, mira)).viewer).toEqual({ ...NO_STANDING, following: true });
  });
});

describe('an avatar', () => {
  const setAvatar = ({ call }: TestUser, avatarMediaId: string | null) => call('PATCH', '/users/me', { avatarMediaId });

  it('is a ready photo of the user, shown to all', async () => {
    const mira = await aUser();
    const photo = await aMedium(mira);
    const me = await (await setAvatar(mira, photo)).json<Me>();
    expect(me.avatarUrl).toBe(`/api/v1/media/${photo}/profile`);
    expect((await profile(null, mira)).avatarUrl).toBe(me.avatarUrl);
    expect((await (await setAvatar(mira, null)).json<Me>()).avatarUrl).toBeNull();
  });

  it('cannot be a photo of somebody else, or none', async () => {
    const [mira, jonas] = [await aUser(), await aUser()];
    const own = await aMedium(mira);
    await setAvatar(mira, own);
    for (const id of [await aMedium(jonas), UNKNOWN_ID]) {
      const response = await setAvatar(mira, id);
      expect(response.status).toBe(422);
      expect((await response.json<Problem>()).errors).toEqual([
        { path: 'avatarMediaId', message: 'is not a photo of yours' },
      ]);
    }
    expect((await profile(null, mira)).avatarUrl).toContain(own);
  });

  it('cannot be a photo that is not ready', async () => {
    const mira = await aUser();
    const created = await mira.call('POST', '/media', { kind: 'photo', contentType: 'image/jpeg', size: 1_000 });
    const { mediaId } = await created.json<{ mediaId: string }>();
    const response = await setAvatar(mira, mediaId);
    expect(response.status).toBe(409);
    expect((await response.json<Problem>()).code).toBe('media-not-ready');
  });

  it('stays when the post that shows it too is deleted', async () => {
    const mira = await aUser();
    const photo = await aMedium(mira);
    const post = await aPost(mira, { mediaIds: [photo] });
    await setAvatar(mira, photo);
    await mira.call('DELETE', `/posts/${post.id}`);
    expect((await setAvatar(mira, photo)).status).toBe(200);
  });

  it('is let go when another takes its place, unless a post shows it', async () => {
    const mira = await aUser();
    const [first, second] = [await aMedium(mira), await aMedium(mira)];
    await setAvatar(mira, first);
    await setAvatar(mira, second);
    // Free again: a post can take it, which it could not while it was the avatar.
    expect((await mira.call('POST', '/posts', { mediaIds: [first] })).status).toBe(201);
    expect((await mira.call('POST', '/posts', { mediaIds: [second] })).status).not.toBe(201);
    await setAvatar(mira, first);
    await setAvatar(mira, null);
    expect((await mira.call('POST', '/posts', { mediaIds: [first] })).status).not.toBe(201);
  });
});
