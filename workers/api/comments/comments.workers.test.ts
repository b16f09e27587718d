import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { type Comment, type CommentsPage, commentSchema, commentsPageSchema } from '../../../shared/contracts/index.ts';
import { aComment } from '../../../tests/support/a-comment.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, callApi, type TestUser } from '../../../tests/support/a-user.ts';

async function commentsOf(reader: Pick<TestUser, 'call'>, path: string): Promise<CommentsPage> {
  const response = await reader.call('GET', path);
  expect(response.status).toBe(200);
  return commentsPageSchema.parse(await response.json());
}

const textsOf = ({ comments }: CommentsPage) => comments.map(({ text }) => text);
/** COMMENT_EDIT_MINUTES of wrangler.toml. */
const EDIT_WINDOW_MS = 15 * 60_000;
const nobody = { call: callApi };

async function countOf(reader: TestUser, postId: string): Promise<number> {
  const post = await (await reader.call('GET', `/posts/${postId}`)).json<{ counts: { comments: number } }>();
  return post.counts.comments;
}

describe('comments on a post', () => {
  it('are written with their tags and names, and counted', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(ann);
    const response = await ben.call('POST', `/posts/${post.id}/comments`, {
      text: `  What a #Light,\u200b @${ann.user.username}!\n\n\n\nAnd @nobody.at.all `,
    });
    expect(response.status).toBe(201);
    const comment = commentSchema.parse(await response.json());
    expect(response.headers.get('location')).toBe(`/api/v1/comments/${comment.id}`);
    expect(comment).toMatchObject({
      postId: post.id,
      parentId: null,
      author: { id: ben.user.id },
      text: `What a #Light, @${ann.user.username}!\n\nAnd @nobody.at.all`,
      hashtags: ['light'],
      mentions: [{ userId: ann.user.id, username: ann.user.username }],
      status: 'published',
      counts: { replies: 0, likes: 0 },
      viewer: { liked: false, canEdit: true, canDelete: true },
      editedAt: null,
    });
    expect(await countOf(ann, post.id)).toBe(1);
    expect((await commentsOf(nobody, `/posts/${post.id}/comments`)).comments).toMatchObject([
      { id: comment.id, viewer: { liked: false, canEdit: false, canDelete: false } },
    ]);
  });

  it('answer to the path without an s as well', async () => {
    const ann = await aUser();
    const post = await aPost(ann);
    expect((await ann.call('POST', `/posts/${post.id}/comment`, { text: 'first' })).status).toBe(201);
    expect(textsOf(await commentsOf(ann, `/posts/${post.id}/comment`))).toEqual(['first']);
  });

  it('are refused when there is nothing to read or too much', async () => {
    const ann = await aUser();
    const post = await aPost(ann);
    for (const text of ['', '   ', '\u200b\u3164', 'x'.repeat(1_001)]) {
      const response = await ann.call('POST', `/posts/${post.id}/comments`, { text });
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ errors: [{ path: 'text' }] });
    }
    expect(await countOf(ann, post.id)).toBe(0);
  });

  it('page newest first without repeats or gaps while others write', async () => {
    const ann = await aUser();
    const post = await aPost(ann);
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.unshift((await aComment(ann, post.id)).id);
    const path = `/posts/${post.id}/comments?order=newest&limit=2`;
    const first = await commentsOf(ann, path);
    await aComment(ann, post.id);
    const second = await commentsOf(ann, `${path}&cursor=${first.nextCursor}`);
    const third = await commentsOf(ann, `${path}&cursor=${second.nextCursor}`);
    expect([first, second, third].flatMap(({ comments }) => comments.map(({ id }) => id))).toEqual(ids);
    expect(third.nextCursor).toBeNull();
  });

  it('are in top order by likes and replies, and page in it', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(ann);
    const plain = await aComment(ann, post.id, { text: 'plain' });
    const liked = await aComment(ann, post.id, { text: 'liked' });
    const answered = await aComment(ann, post.id, { text: 'answered' });
    await aComment(ann, post.id, { text: 'newest' });
    await ben.call('POST', `/comments/${liked.id}/like`);
    await aComment(ben, post.id, { text: 'so true', parentId: answered.id });
    const path = `/posts/${post.id}/comments?order=top&limit=3`;
    const first = await commentsOf(ben, path);
    expect(textsOf(first)).toEqual(['answered', 'liked', 'newest']);
    expect(textsOf(await commentsOf(ben, `${path}&cursor=${first.nextCursor}`))).toEqual([plain.text]);
    const foreign = await ben.call('GET', `/posts/${post.id}/comments?order=newest&cursor=${first.nextCursor}`);
    expect(foreign.status).toBe(422);
  });

  it('in top order neither repeat nor skip what stayed as it was while others are liked, answered and go', async () => {
    const [ann, ben, eve] = await Promise.all([aUser(), aUser(), aUser()]);
    const post = await aPost(ann);
    const ids: string[] = [];
    for (let i = 0; i < 9; i++) ids.push((await aComment(ann, post.id)).id);
    const like = (index: number, ...people: TestUser[]) =>
      Promise.all(people.map((person) => person.call('POST', `/comments/${ids[index]}/like`)));
    for (const index of [1, 4, 7]) await like(index, ben, eve);
    for (const index of [2, 5]) await like(index, ben);
    const unlike = (index: number) => ben.call('DELETE', `/comments/${ids[index]}/like`);
    // By likes: 7 4 1, 5 2 8, 6 3 0. Between the pages one falls from the first, one climbs past it, and ties are made.
    const between = [
      () => Promise.all([unlike(4), like(0, ben, eve, ann), aComment(ben, post.id, { parentId: ids[3] ?? '' })]),
      () => Promise.all([unlike(5), like(6, ben, eve), ann.call('DELETE', `/comments/${ids[8]}`)]),
    ];
    const changed = [4, 0, 3, 5, 6, 8].map((index) => ids[index]);
    const shown: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const path: string = `/posts/${post.id}/comments?order=top&limit=3${cursor && `&cursor=${cursor}`}`;
      const page = await commentsOf(eve, path);
      shown.push(...page.comments.map(({ id }) => id));
      cursor = page.nextCursor;
      await between.shift()?.();
    }
    expect(shown.filter((id) => !changed.includes(id))).toEqual([7, 1, 2].map((index) => ids[index]));
  });

  it('are seen by whoever may see the post, and by nobody else', async () => {
    const [ann, ben, eve] = await Promise.all([aUser({ isPrivate: true }), aUser(), aUser()]);
    const post = await aPost(ann);
    await ben.call('POST', `/users/${ann.user.id}/follow`);
    await ann.call('POST', `/follow-requests/${ben.user.id}/accept`);
    const comment = await aComment(ben, post.id);
    for (const [who, status] of [
      [ben, 200],
      [ann, 200],
      [eve, 404],
      [nobody, 404],
    ] as const) {
      expect((await who.call('GET', `/posts/${post.id}/comments`)).status).toBe(status);
      expect((await who.call('GET', `/comments/${comment.id}`)).status).toBe(status);
      expect((await who.call('GET', `/comments/${comment.id}/replies`)).status).toBe(status);
    }
    expect((await eve.call('POST', `/posts/${post.id}/comments`, { text: 'hello' })).status).toBe(404);
    expect((await eve.call('POST', `/comments/${comment.id}/like`)).status).toBe(404);
  });

  it('of people whom a block parts are not shown to either', async () => {
    const [ann, ben, eve] = await Promise.all([aUser(), aUser(), aUser()]);
    const post = await aPost(ann);
    const mine = await aComment(ben, post.id, { text: 'mine' });
    await aComment(eve, post.id, { text: 'theirs' });
    await ben.call('POST', `/users/${eve.user.id}/block`);
    expect(textsOf(await commentsOf(ben, `/posts/${post.id}/comments`))).toEqual(['mine']);
    expect(textsOf(await commentsOf(eve, `/posts/${post.id}/comments`))).toEqual(['theirs']);
    expect(textsOf(await commentsOf(ann, `/posts/${post.id}/comments`))).toEqual(['theirs', 'mine']);
    expect((await eve.call('GET', `/comments/${mine.id}`)).status).toBe(404);
    expect((await eve.call('POST', `/comments/${mine.id}/like`)).status).toBe(404);
    const reply = await eve.call('POST', `/posts/${post.id}/comments`, { text: 'reply', parentId: mine.id });
    expect(reply.status).toBe(422);
  });

  it('and captions name nobody whom a block parts from their writer, as if nobody had the name', async () => {
    const [ann, ben, eve] = await Promise.all([aUser(), aUser(), aUser()]);
    const post = await aPost(ben);
    const text = `@${ann.user.username} and @${eve.user.username}`;
    const named = ({ mentions }: Pick<Comment, 'mentions'>) => mentions.map(({ userId }) => userId);
    expect(named(await aComment(ben, post.id, { text }))).toEqual([ann.user.id, eve.user.id]);
    await ann.call('POST', `/users/${ben.user.id}/block`);
    await ben.call('POST', `/users/${eve.user.id}/block`);
    expect(named(await aComment(ben, post.id, { text }))).toEqual([]);
    expect((await aPost(ben, { caption: text })).mentions).toEqual([]);
    expect(named(await aComment(eve, (await aPost(eve)).id, { text }))).toEqual([ann.user.id, eve.user.id]);
  });

  it('can be turned off and on again', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(ann, { commentsOff: true });
    expect(post.commentsOff).toBe(true);
    const refused = await ben.call('POST', `/posts/${post.id}/comments`, { text: 'hello' });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: 'comments-off' });
    await ann.call('PATCH', `/posts/${post.id}`, { commentsOff: false });
    await aComment(ben, post.id);
  });
});

describe('threads', () => {
  it('list replies oldest first, count them, and take answers to answers in', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(ann);
    const top = await aComment(ann, post.id);
    const first = await aComment(ben, post.id, { parentId: top.id });
    const second = await aComment(ann, post.id, { parentId: first.id });
    const third = await aComment(ben, post.id, { parentId: top.id });
    expect([first.parentId, second.parentId]).toEqual([top.id, top.id]);
    const path = `/comments/${top.id}/replies?limit=2`;
    const page = await commentsOf(ben, path);
    expect(page.comments.map(({ id }) => id)).toEqual([first.id, second.id]);
    const rest = await commentsOf(ben, `${path}&cursor=${page.nextCursor}`);
    expect(rest.comments.map(({ id }) => id)).toEqual([third.id]);
    expect((await commentsOf(ben, `/posts/${post.id}/comments`)).comments).toMatchObject([
      { id: top.id, counts: { replies: 3 } },
    ]);
    expect(await countOf(ben, post.id)).toBe(4);
  });

  it('take in nobody whom a block parts from who began them, whoever is answered', async () => {
    const [ann, ben, cem, eve] = await Promise.all([aUser(), aUser(), aUser(), aUser()]);
    const post = await aPost(ann);
    const head = await aComment(eve, post.id);
    const reply = await aComment(cem, post.id, { parentId: head.id });
    await eve.call('POST', `/users/${ben.user.id}/block`);
    const answer = () => ben.call('POST', `/posts/${post.id}/comments`, { text: 'hello', parentId: reply.id });
    expect((await answer()).status).toBe(422);
    await eve.call('DELETE', `/users/${ben.user.id}/block`);
    expect((await answer()).status).toBe(201);
  });

  it('stay below their post', async () => {
    const ann = await aUser();
    const [post, other] = [await aPost(ann), await aPost(ann)];
    const comment = await aComment(ann, post.id);
    const response = await ann.call('POST', `/posts/${other.id}/comments`, { text: 'lost', parentId: comment.id });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ path: 'parentId' }] });
  });
});

describe('a comment', () => {
  it('is changed by its writer while the window is open', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(ann);
    const comment = await aComment(ben, post.id, { text: 'frist #oops' });
    const edited = await ben.call('PATCH', `/comments/${comment.id}`, { text: 'first #better' });
    expect(await edited.json<Comment>()).toMatchObject({ text: 'first #better', hashtags: ['better'] });
    expect((await commentsOf(ann, `/posts/${post.id}/comments`)).comments[0]?.editedAt).not.toBeNull();
    expect((await ann.call('PATCH', `/comments/${comment.id}`, { text: 'mine now' })).status).toBe(403);
    for (const database of [env.SHARD_0, env.SHARD_1, env.SHARD_2, env.SHARD_3]) {
      await database.prepare('UPDATE comments SET created_at = created_at - ?').bind(EDIT_WINDOW_MS).run();
    }
    const late = await ben.call('PATCH', `/comments/${comment.id}`, { text: 'too late' });
    expect(late.status).toBe(403);
    expect(await late.json()).toMatchObject({ detail: expect.stringContaining('15 minutes') });
    const { viewer, text } = await (await ben.call('GET', `/comments/${comment.id}`)).json<Comment>();
    expect([viewer.canEdit, text]).toEqual([false, 'first #better']);
  });

  it('is deleted with its replies by its writer or the author of the post', async () => {
    const [ann, ben, eve] = await Promise.all([aUser(), aUser(), aUser()]);
    const post = await aPost(ann);
    const byBen = await aComment(ben, post.id);
    await aComment(eve, post.id, { parentId: byBen.id });
    const byEve = await aComment(eve, post.id);
    expect((await ben.call('DELETE', `/comments/${byEve.id}`)).status).toBe(403);
    expect((await ben.call('DELETE', `/comments/${byBen.id}`)).status).toBe(204);
    expect(await countOf(ann, post.id)).toBe(1);
    expect((await ann.call('DELETE', `/comments/${byEve.id}`)).status).toBe(204);
    expect(await countOf(ann, post.id)).toBe(0);
    expect((await ann.call('GET', `/comments/${byEve.id}`)).status).toBe(404);
  });

  it('is pinned by the author of the post, one at a time, and shown first', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(ann);
    const first = await aComment(ben, post.id, { text: 'first' });
    const second = await aComment(ben, post.id, { text: 'second' });
    await aComment(ben, post.id, { text: 'third' });
    expect((await ben.call('POST', `/comments/${first.id}/pin`)).status).toBe(403);
    await ann.call('POST', `/comments/${second.id}/pin`);
    expect((await ann.call('POST', `/comments/${first.id}/pin`)).status).toBe(204);
    const page = await commentsOf(ben, `/posts/${post.id}/comments?order=newest`);
    expect(textsOf(page)).toEqual(['first', 'third', 'second']);
    expect(page.comments.map(({ pinned }) => pinned)).toEqual([true, false, false]);
    await ann.call('DELETE', `/comments/${first.id}/pin`);
    expect(textsOf(await commentsOf(ben, `/posts/${post.id}/comments?order=newest`))[0]).toBe('third');
  });

  it('is listed once, whatever is pinned and unpinned between the pages', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(ann);
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.unshift((await aComment(ben, post.id)).id);
    const [first, second, third, fourth, fifth] = ids;
    const pin = (id = '', method = 'POST') => ann.call(method, `/comments/${id}/pin`);
    for (const order of ['newest', 'top']) {
      const path = `/posts/${post.id}/comments?order=${order}&limit=2`;
      const listed = async (cursor: string | null) => {
        const page = await commentsOf(ben, cursor === null ? path : `${path}&cursor=${cursor}`);
        return { ...page, ids: page.comments.map(({ id }) => id) };
      };
      await pin(fifth);
      const start = await listed(null);
      expect(start.ids).toEqual([fifth, first, second]);
      // Another one is pinned, then none.
      await pin(third);
      expect((await listed(start.nextCursor)).ids).toEqual([third, fourth]);
      await pin(third, 'DELETE');
      expect((await listed(start.nextCursor)).ids).toEqual([third, fourth]);
      const unpinned = await listed(null);
      expect(unpinned.ids).toEqual([first, second]);
      await pin(fourth);
      expect((await listed(unpinned.nextCursor)).ids).toEqual([third, fourth]);
      await pin(fourth, 'DELETE');
    }
  });

  it('is counted exactly when many like and unlike it at once', async () => {
    const ann = await aUser();
    const post = await aPost(ann);
    const comment = await aComment(ann, post.id);
    const people = await Promise.all(Array.from({ length: 6 }, () => aUser()));
    const like = (person: TestUser) => person.call('POST', `/comments/${comment.id}/like`);
    await Promise.all(people.flatMap((person) => [like(person), like(person), like(person)]));
    const [first] = people;
    expect(await (await first?.call('DELETE', `/comments/${comment.id}/like`))?.json()).toEqual({
      liked: false,
      likes: 5,
    });
    const page = await commentsOf(people[1] ?? ann, `/posts/${post.id}/comments`);
    expect(page.comments[0]).toMatchObject({ counts: { likes: 5 }, viewer: { liked: true } });
  });
});
