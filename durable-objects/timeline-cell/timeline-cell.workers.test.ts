import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { decodeSkeleton, nextBefore } from '../../shared/domain/timelines/skeleton.ts';
import { aWorld } from '../../tests/support/a-world.ts';

const ids = (skeleton: string) => decodeSkeleton(skeleton).map(({ postId }) => postId);

describe('a timeline cell', () => {
  it('merges what its user follows, newest first, from the deliveries', async () => {
    const world = aWorld();
    const { reader, cell } = await world.reader();
    const [ann, ben] = [world.author(), world.author()];
    await world.follow(reader, ann);
    await world.follow(reader, ben);
    const first = await world.publish(ann);
    const second = await world.publish(ben);
    const third = await world.publish(ann);
    expect(ids(await cell.readHome(reader, null, 10))).toEqual([third, second, first]);
  });

  it('shows what was published before the follow at once, and nothing after the unfollow', async () => {
    const world = aWorld();
    const { reader, cell } = await world.reader();
    const ann = world.author();
    const post = await world.publish(ann);
    await world.follow(reader, ann);
    expect(ids(await cell.readHome(reader, null, 10))).toEqual([post]);
    await world.unfollow(reader, ann);
    expect(await cell.readHome(reader, null, 10)).toBe('');
  });

  it('pages back to the first post of everybody, past what it keeps itself, without gaps or repeats', async () => {
    const world = aWorld();
    const { reader, cell } = await world.reader();
    const authors = [world.author(), world.author()];
    const published: string[] = [];
    for (const author of authors) await world.follow(reader, author);
    for (let i = 0; i < 170; i++) published.push(await world.publish(authors[i % 2] ?? ''));
    const seen: string[] = [];
    for (let before: string | null = null; ; ) {
      const page = decodeSkeleton(await cell.readHome(reader, before, 20));
      seen.push(...page.map(({ postId }) => postId));
      before = nextBefore(page, 20);
      if (before === null) break;
    }
    expect(seen).toEqual(published.toReversed());
  });

  it('takes deliveries in any order, any number of times: the highest revision wins', async () => {
    const world = aWorld();
    const { reader, cell } = await world.reader();
    const ann = world.author();
    await world.follow(reader, ann);
    const post = await world.publish(ann);
    const there = { sourceId: ann, entryId: post, postId: post, revision: 0, present: true };
    await cell.syncEntries([{ ...there, revision: 2, present: false }]);
    await cell.syncEntries([there, { ...there, revision: 1 }]);
    expect(await cell.readHome(reader, null, 10)).toBe('');
  });

  it('keeps everything through an eviction', async () => {
    const world = aWorld();
    const { reader, cell } = await world.reader();
    const ann = world.author();
    await world.follow(reader, ann);
    const post = await world.publish(ann);
    await cell.like({ userId: reader, postId: post, authorId: ann, authorIsPrivate: false }, true, Date.now());
    const before = await cell.readHome(reader, null, 10);
    await evictDurableObject(cell);
    expect(await cell.readHome(reader, null, 10)).toEqual(before);
  });

  it('ignores an edge that is older than the one it holds', async () => {
    const world = aWorld();
    const { reader, cell } = await world.reader();
    const ann = world.author();
    await world.publish(ann);
    await cell.applyEdge({ userId: reader, sourceId: ann, state: 'none', version: 2 });
    await cell.applyEdge({ userId: reader, sourceId: ann, state: 'following', version: 1 });
    expect(await cell.readHome(reader, null, 10)).toBe('');
  });

  it('hides muted and blocked authors, both ways, and shows them again', async () => {
    const world = aWorld();
    const { reader, cell } = await world.reader();
    const ann = world.author();
    await world.follow(reader, ann);
    const post = await world.publish(ann);
    const read = async () => ids(await cell.readHome(reader, null, 10));
    await cell.mute(reader, ann, true);
    expect(await read()).toEqual([]);
    await cell.mute(reader, ann, false);
    expect(await read()).toEqual([post]);
    await cell.applyBlock({ userId: reader, otherId: ann, direction: 'blocked-by', active: true, version: 1 });
    expect(await read()).toEqual([]);
    await cell.applyBlock({ userId: reader, otherId: ann, direction: 'blocked-by', active: false, version: 2 });
    expect(await read()).toEqual([post]);
  });
});

describe('likes of a cell', () => {
  it('count once a user, and reach the post’s row exactly, however often they are reported', async () => {
    const world = aWorld();
    const { reader, cell } = await world.reader();
    const ann = world.author();
    const post = await world.publish(ann);
    const target = { userId: reader, postId: post, authorId: ann, authorIsPrivate: false };
    const now = Date.now();
    await cell.like(target, true, now);
    expect(await cell.like(target, true, now)).toEqual({ ok: true, value: { liked: true, pendingLikes: 1 } });
    await cell.like({ ...target, userId: world.author() }, true, now);
    await runDurableObjectAlarm(cell);
    expect(await world.likeCount(post)).toBe(2);
    await cell.like(target, false, now);
    await evictDurableObject(cell);
    await runDurableObjectAlarm(cell);
    await runDurableObjectAlarm(cell);
    expect(await world.likeCount(post)).toBe(1);
    const [marks] = await cell.describePosts(reader, [post]);
    expect(marks).toMatchObject({ liked: false, saved: false, shared: false, pendingLikes: { unreported: 0 } });
  });

  it('are refused for posts that the user may not see, and can be taken back', async () => {
    const world = aWorld();
    const { reader, cell } = await world.reader();
    const ann = world.author();
    const target = { userId: reader, postId: await world.publish(ann), authorId: ann, authorIsPrivate: true };
    expect(await cell.like(target, true, 0)).toEqual({ ok: false, code: 'not-found' });
    await world.follow(reader, ann);
    expect((await cell.like(target, true, 0)).ok).toBe(true);
    await cell.applyBlock({ userId: reader, otherId: ann, direction: 'blocked-by', active: true, version: 1 });
    const blocked = { ...target, postId: await world.publish(ann) };
    expect(await cell.like(blocked, true, 0)).toEqual({ ok: false, code: 'not-found' });
    expect(await cell.like(blocked, false, 0)).toEqual({ ok: false, code: 'not-found' });
    expect(await cell.like(target, false, 0)).toEqual({ ok: true, value: { liked: false, pendingLikes: null } });
    expect(await cell.like(target, false, 0)).toEqual({ ok: false, code: 'not-found' });
  });
});
