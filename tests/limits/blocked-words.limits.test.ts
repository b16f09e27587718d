import { describe, expect, it } from 'vitest';
import { COMMENT_TEXT_MAX, type Comment } from '../../shared/contracts/index.ts';
import { aComment } from '../support/a-comment.ts';
import { aPost } from '../support/a-post.ts';
import { aUser } from '../support/a-user.ts';

// BLOCKED_WORDS is "rutabaga,buy now" here (vitest.config.ts).
async function aThread() {
  const [owner, writer] = await Promise.all([aUser(), aUser()]);
  return { owner, writer, post: await aPost(owner) };
}

describe('words that the operator blocks', () => {
  it('hold a comment back, with the reason told to its writer, and nobody but the operator can let it through', async () => {
    const { owner, writer, post } = await aThread();
    for (const text of ['a RUTABAGA', 'come and buy   now']) {
      const held = await aComment(writer, post.id, { text });
      expect(held).toMatchObject({
        status: 'held',
        held: { code: 'blocked-word', message: expect.stringContaining('word') },
      });
      expect((await owner.call('POST', `/comments/${held.id}/approve`)).status).toBe(403);
    }
    expect((await aComment(owner, post.id, { text: 'a turnip' })).status).toBe('published');
  });

  it('cannot be brought in by an edit', async () => {
    const { writer, post } = await aThread();
    const { id } = await aComment(writer, post.id);
    const edited = await writer.call('PATCH', `/comments/${id}`, { text: 'a rutabaga' });
    expect([edited.status, await edited.json()]).toMatchObject([
      422,
      { errors: [{ path: 'text', message: expect.stringContaining('word') }] },
    ]);
  });

  it('keep holding what was held when an edit brings in another, until one leaves them out', async () => {
    const { owner, writer, post } = await aThread();
    await owner.call('PATCH', '/users/me/settings', { hiddenWords: ['turnip'] });
    const edit = async (id: string, text: string) =>
      (await writer.call('PATCH', `/comments/${id}`, { text })).json<Comment>();
    for (const [text, code] of [
      ['a rutabaga', 'blocked-word'],
      ['a turnip', 'hidden-word'],
    ]) {
      const { id, held } = await aComment(writer, post.id, { text: text as string });
      expect(held?.code).toBe(code);
      const edited = await edit(id, 'come and buy now');
      expect(edited).toMatchObject({
        status: 'held',
        held: { code: 'blocked-word', message: expect.stringContaining('word') },
      });
      // Nor may the post's author let it through any more.
      expect((await owner.call('POST', `/comments/${id}/approve`)).status).toBe(403);
      expect(await edit(id, 'a parsnip')).toMatchObject({ status: 'published' });
    }
  });
});

it('takes a comment of as many characters as there may be, and not of one more', async () => {
  const { writer, post } = await aThread();
  const comment = async (length: number) =>
    (await writer.call('POST', `/posts/${post.id}/comments`, { text: 'ö'.repeat(length) })).status;
  expect(await comment(COMMENT_TEXT_MAX)).toBe(201);
  expect(await comment(COMMENT_TEXT_MAX + 1)).toBe(422);
});
