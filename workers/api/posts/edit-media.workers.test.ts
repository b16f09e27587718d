import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { type Post, type PostHistory, type Problem, postSchema } from '../../../shared/contracts/index.ts';
import { editPost } from '../../../shared/db/posts/change-post.ts';
import { loadPosts } from '../../../shared/db/posts/load-posts.ts';
import { mediaPrefix } from '../../../shared/domain/media/media-keys.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import { aMedium } from '../../../tests/support/a-medium.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, callApi, type TestUser } from '../../../tests/support/a-user.ts';
import { anUpload, aPhoto } from '../../../tests/support/an-upload.ts';
import { collectOrphans } from '../../cron/collect-orphans.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const { shards, ids } = services;

const mediaOf = ({ media }: Post) => media.map(({ id }) => id);
const read = async (user: TestUser, id: string) =>
  postSchema.parse(await (await user.call('GET', `/posts/${id}`)).json());
const edit = (user: TestUser, id: string, change: unknown) => user.call('PATCH', `/posts/${id}`, change);

async function anAlbum(author: TestUser, count = 3) {
  const mediaIds: string[] = [];
  for (let nth = 0; nth < count; nth++) mediaIds.push(await aMedium(author));
  return { mediaIds, post: await aPost(author, { mediaIds }) };
}

describe('the media of a published post', () => {
  it('are put into another order, for everybody who sees it', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const { mediaIds, post } = await anAlbum(ann);
    const turned = [...mediaIds].reverse();
    const edited = await (await edit(ann, post.id, { mediaIds: turned })).json<Post>();
    expect([mediaOf(edited), edited.editedAt]).toEqual([turned, expect.any(String)]);
    expect(mediaOf(await read(ben, post.id))).toEqual(turned);
  });

  it('are replaced: a new one is seen by everybody, the old one is gone with its bytes and tags', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const [old, kept, added] = [await aPhoto(ann), await aPhoto(ann), await aPhoto(ann)];
    const tagOn = (mediaId: string) => ({ mediaId, userId: ben.user.id, x: 0.5, y: 0.5 });
    const post = await aPost(ann, { mediaIds: [old.id, kept.id], people: [tagOn(old.id), tagOn(kept.id)] });
    const change = { mediaIds: [added.id, kept.id], altTexts: { [added.id]: 'The new one' } };
    expect((await edit(ann, post.id, change)).status).toBe(200);
    const seen = await read(ben, post.id);
    expect(mediaOf(seen)).toEqual([added.id, kept.id]);
    expect(seen.media[0]?.altText).toBe('The new one');
    expect(seen.people.map(({ mediaId }) => mediaId)).toEqual([kept.id]);
    const statuses = [added, kept, old].map(async ({ id }) => (await callApi('GET', `/media/${id}/feed`)).status);
    expect(await Promise.all(statuses)).toEqual([200, 200, 404]);
    await collectOrphans(services, Date.now());
    expect((await env.MEDIA.list({ prefix: mediaPrefix(old.id) })).objects).toEqual([]);
    const history = await (await ben.call('GET', `/posts/${post.id}/history`)).json<PostHistory>();
    expect(Object.keys(history.versions[0]?.altTexts ?? {}).sort()).toEqual([old.id, kept.id].sort());
  });

  it('are ready, of the author, in no other post, 1 to 10, each once', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const { mediaIds, post } = await anAlbum(ann);
    const other = await anAlbum(ann, 1);
    const [first = ''] = mediaIds;
    for (const [ids, status, code] of [
      [[first, await anUpload(ann)], 409, 'media-not-ready'],
      [[first, await aMedium(ben)], 422, 'invalid-values'],
      [[first, ...other.mediaIds], 409, 'conflict'],
      [[], 422, 'invalid-values'],
      [[first, first], 422, 'invalid-values'],
    ] as const) {
      const response = await edit(ann, post.id, { mediaIds: ids });
      expect([response.status, (await response.json<Problem>()).code]).toEqual([status, code]);
    }
    expect((await edit(ben, post.id, { mediaIds: [await aMedium(ben)] })).status).toBe(403);
    expect(mediaOf(await read(ann, post.id))).toEqual(mediaIds);
  });

  it('change once of two edits at the same time, and nothing is lost between them', async () => {
    const ann = await aUser();
    const { mediaIds, post } = await anAlbum(ann, 2);
    const own = (await loadPosts(shards, [post.id])).get(post.id);
    if (!own) throw new Error('no post');
    const [one, two] = [await aMedium(ann), await aMedium(ann)];
    const change = (added: string) =>
      editPost(shards, own, { mediaIds: [...mediaIds, added] }, ids.next(shardOfId(post.id), Date.now()), Date.now());
    const outcomes = await Promise.allSettled([change(one), change(two)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const shown = mediaOf(await read(ann, post.id));
    const loser = shown.includes(one) ? two : one;
    expect(shown).toHaveLength(3);
    expect((await ann.call('DELETE', `/media/${loser}`)).status).toBe(204);
  });
});
