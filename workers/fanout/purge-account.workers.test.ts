import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { Comment, Draft, FeedPage, Post, PostHistory } from '../../shared/contracts/index.ts';
import { closeAccount } from '../../shared/db/accounts/close-account.ts';
import { findUser } from '../../shared/db/accounts/find-user.ts';
import { mediaPrefix } from '../../shared/domain/media/media-keys.ts';
import { shardOfId } from '../../shared/ids/index.ts';
import { aComment } from '../../tests/support/a-comment.ts';
import { aMedium } from '../../tests/support/a-medium.ts';
import { aPost } from '../../tests/support/a-post.ts';
import { aUser, callApi, type TestUser } from '../../tests/support/a-user.ts';
import { aPhoto } from '../../tests/support/an-upload.ts';
import { Mortal } from '../../tests/support/mortal.ts';
import { sendBytes } from '../../tests/support/send-bytes.ts';
import { servicesFor, type WorkerEnv } from '../services.ts';
import { purgeAccount } from './purge-account.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const DAY_MS = 86_400_000;
const later = () => Date.now() + DAY_MS;

async function keysOf(mediaId: string): Promise<string[]> {
  return (await env.MEDIA.list({ prefix: mediaPrefix(mediaId) })).objects.map(({ key }) => key);
}

const close = (user: TestUser, password = user.password) => user.call('DELETE', '/users/me', { password });

describe('deleting an account', () => {
  it('changes nothing with a wrong password', async () => {
    const user = await aUser();
    const response = await close(user, 'something else entirely');
    expect([response.status, (await response.json<{ code: string }>()).code]).toEqual([401, 'invalid-credentials']);
    expect((await user.call('GET', '/users/me')).status).toBe(200);
  });

  it('deletes photos, films, posts, edges and comments, and frees the address but not the name', async () => {
    const [user, friend] = [await aUser(), await aUser()];
    const photo = await aPhoto(user);
    const film = await aPhoto(user, { file: 'tiny.mp4', kind: 'video', contentType: 'video/mp4' });
    await sendBytes(
      user,
      `/media/${film.id}/captions/en?label=English`,
      'text/vtt',
      'WEBVTT\n\n00:00.000 --> 00:01.000\nHi\n',
    );
    const post = await aPost(user, { mediaIds: [photo.id, film.id] });
    const theirs = await aPost(friend);
    await friend.call('POST', `/users/${user.user.id}/follow`);
    const said = await user.call('POST', `/posts/${theirs.id}/comments`, { text: 'Lovely light' });
    expect(said.status).toBe(201);
    const feed = async () => (await (await friend.call('GET', '/feed?mode=latest')).json<{ posts: Post[] }>()).posts;
    expect((await feed()).map(({ id }) => id)).toContain(post.id);
    expect((await keysOf(photo.id)).length).toBeGreaterThan(1);
    expect((await keysOf(film.id)).length).toBeGreaterThan(1);

    expect((await close(user)).status).toBe(204);
    expect(await purgeAccount(services, user.user.id, later())).toBe(true);
    expect(await purgeAccount(services, user.user.id, later())).toBe(true);

    expect([await keysOf(photo.id), await keysOf(film.id)]).toEqual([[], []]);
    for (const path of [
      `/users/${user.user.id}`,
      `/posts/${post.id}`,
      `/media/${photo.id}`,
      `/media/${film.id}/video`,
    ]) {
      expect([path, (await friend.call('GET', path)).status]).toEqual([path, 404]);
    }
    await expect.poll(async () => (await feed()).map(({ id }) => id)).not.toContain(post.id);
    const comments = await friend.call('GET', `/posts/${theirs.id}/comments`);
    expect(await comments.text()).not.toContain('Lovely light');
    expect((await callApi('POST', '/users/login', { login: user.user.username, password: user.password })).status).toBe(
      401,
    );
    expect((await callApi('POST', '/auth/refresh', { refreshToken: user.refreshToken })).status).toBe(401);
    expect((await aUser({ email: user.user.email })).user.email).toBe(user.user.email);
    await expect(aUser({ username: user.user.username })).rejects.toThrow('409');
  });

  it('takes its name off what others posted, published or not, and out of their history', async () => {
    const [user, ann, ben] = await Promise.all([aUser(), aUser(), aUser()]);
    await ben.call('POST', `/users/${ann.user.id}/follow`);
    const caption = `with @${user.user.username} and @${ben.user.username}`;
    const aBody = async () => {
      const mediaId = await aMedium(ann);
      const people = [user, ben].map(({ user: { id } }) => ({ mediaId, userId: id, x: 0.5, y: 0.5 }));
      return { caption, mediaIds: [mediaId], people };
    };
    const post = await aPost(ann, await aBody());
    await ann.call('PATCH', `/posts/${post.id}`, { location: { lat: 1, lon: 2, name: 'Here' } });
    const draft = await (await ann.call('POST', '/drafts', await aBody())).json<Draft>();
    const comment = await aComment(ann, post.id, { text: caption });
    const named = ({ people, mentions }: Pick<Post, 'people' | 'mentions'>) => [
      people.map(({ username }) => username),
      mentions.map(({ username }) => username),
    ];
    const readFeed = async () => (await (await ben.call('GET', '/feed?mode=latest')).json<FeedPage>()).posts.map(named);
    await expect.poll(readFeed).toMatchObject([[{ length: 2 }, { length: 2 }]]);

    expect((await close(user)).status).toBe(204);
    expect(await purgeAccount(services, user.user.id, later())).toBe(true);
    const expected = [[ben.user.username], [ben.user.username]];
    expect(named(await (await ben.call('GET', `/posts/${post.id}`)).json<Post>())).toEqual(expected);
    expect(named(await (await ann.call('GET', `/drafts/${draft.id}`)).json<Draft>())).toEqual(expected);
    await expect.poll(readFeed).toEqual([expected]);
    const said = await (await ben.call('GET', `/comments/${comment.id}`)).json<Comment>();
    expect(said).toMatchObject({ text: caption, mentions: [{ userId: ben.user.id }] });
    const { versions } = await (await ben.call('GET', `/posts/${post.id}/history`)).json<PostHistory>();
    expect(versions.map(({ people }) => people.map(({ username }) => username))).toEqual([[ben.user.username]]);
    // Its author may go on editing what is not of the account, and still say its name.
    const edited = await ann.call('PATCH', `/posts/${post.id}`, { caption: `${caption} once` });
    expect(named(await edited.json<Post>())).toEqual(expected);
  });

  it('is finished by the next run, wherever one was killed', async () => {
    const user = await aUser();
    const photo = await aPhoto(user);
    await aPost(user, { mediaIds: [photo.id] });
    // Without a message, so that no other run does the work.
    const owed = {
      id: services.ids.next(shardOfId(user.user.id), Date.now()),
      work: { topic: 'account' as const, userId: user.user.id },
    };
    expect(await closeAccount(services.shards, user.user.id, owed, Date.now())).toBe(true);
    expect(await keysOf(photo.id)).not.toEqual([]);
    let deaths = 0;
    for (let diesBefore = 1, done = false; !done; diesBefore++) {
      const mortal = new Mortal(diesBefore);
      done = await purgeAccount(mortal.live(services), user.user.id, later()).catch(() => false);
      if (!mortal.survived) deaths += 1;
    }
    expect(deaths).toBeGreaterThan(10);
    expect(await keysOf(photo.id)).toEqual([]);
    expect((await findUser(services.shards, user.user.id))?.email).toBe('');
  });
});
