import { env } from 'cloudflare:workers';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { aComment } from '../../../tests/support/a-comment.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser } from '../../../tests/support/a-user.ts';
import { linesOf, notificationsPage, unreadOf } from '../../../tests/support/an-inbox.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';

const { shards } = servicesFor(env as unknown as WorkerEnv);

describe('what may not be seen now', () => {
  it('counts as unread no more once its page is read, on all pages, and shows again when its post is restored', async () => {
    const [author, ann] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(author);
    for (let n = 0; n < 3; n++) await aComment(ann, post.id);
    await expect.poll(() => unreadOf(author)).toBe(3);
    await author.call('POST', `/posts/${post.id}/archive`);
    expect(await notificationsPage(author, '?limit=1')).toMatchObject({ notifications: [], unread: 0 });
    expect(await unreadOf(author)).toBe(0);
    await author.call('POST', '/notifications/read');
    await author.call('POST', `/posts/${post.id}/restore`);
    expect(await notificationsPage(author, '?limit=1')).toMatchObject({ notifications: [{ read: false }], unread: 3 });
    expect(await unreadOf(author)).toBe(3);
    expect(await linesOf(author)).toHaveLength(3);
  });

  it('waits while whoever did it is muted', async () => {
    const [author, ann, ben] = await Promise.all([aUser(), aUser(), aUser()]);
    const post = await aPost(author);
    for (const user of [ann, ben]) await aComment(user, post.id);
    await expect.poll(() => unreadOf(author)).toBe(2);
    await author.call('POST', `/users/${ann.user.id}/mute`);
    expect(await notificationsPage(author)).toMatchObject({ notifications: [{ kind: 'comment' }], unread: 1 });
    expect(await unreadOf(author)).toBe(1);
    await author.call('DELETE', `/users/${ann.user.id}/mute`);
    expect((await notificationsPage(author)).unread).toBe(2);
  });

  it('counts as unread no more in the very answer that finds it gone', async () => {
    const [author, ann] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(author);
    const { id } = await aComment(ann, post.id);
    await expect.poll(() => unreadOf(author)).toBe(1);
    await shards.forId(id).db.run(sql`DELETE FROM comments WHERE id = ${id}`);
    expect(await notificationsPage(author)).toMatchObject({ notifications: [], unread: 0 });
  });
});
