import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { decodeRankedPage } from '../../shared/domain/ranking/ranked-page.ts';
import { decodeSkeleton } from '../../shared/domain/timelines/skeleton.ts';
import { aWorld } from '../../tests/support/a-world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type World = ReturnType<typeof aWorld>;
type Shown = { ids: string[]; reasons: Map<string, string>; nextCursor: string | null };

async function readPage(
  { cell }: World,
  userId: string,
  cursor: string | null,
  limit: number,
  now = Date.now(),
): Promise<Shown> {
  const page = decodeRankedPage(await cell.readRanked(userId, cursor, limit, now));
  const ids = decodeSkeleton(page.skeleton).map(({ postId }) => postId);
  return {
    ids,
    reasons: new Map(ids.map((id, index) => [id, page.reasons[index] ?? ''])),
    nextCursor: page.nextCursor,
  };
}

const readTop = async (world: World, userId: string) => (await readPage(world, userId, null, 100)).ids;

/** Pages to the end; `between` happens after each page but the last. */
async function readAll(world: World, userId: string, limit: number, between?: (page: number) => Promise<void>) {
  const shown: string[] = [];
  for (let cursor: string | null = null, page = 1; ; page++) {
    const { ids, nextCursor }: Shown = await readPage(world, userId, cursor, limit);
    shown.push(...ids);
    if (nextCursor === null) return shown;
    cursor = nextCursor;
    await between?.(page);
  }
}

/** A reader who follows authors with posts of the last days, `each` of everybody, by turns. */
async function aReaderOf(authors: number, each: number) {
  const world = aWorld();
  const { reader } = await world.reader();
  const followed = Array.from({ length: authors }, () => world.author());
  const start = Date.now() - 3 * DAY;
  const posts: { id: string; author: string }[] = [];
  for (let turn = 0; turn < each; turn++) {
    const made = followed.map(async (author, index) => {
      const id = await world.publish(author, start + (turn * authors + index) * 60_000);
      return { id, author };
    });
    posts.push(...(await Promise.all(made)));
  }
  for (const author of followed) await world.follow(reader, author);
  return { world, reader, authors: followed, posts, ids: posts.map(({ id }) => id) };
}

describe('a ranked feed', () => {
  it('pages through the candidates and everything older, each once, while others publish', async () => {
    const { world, reader, authors, ids } = await aReaderOf(3, 80);
    const shown = await readAll(world, reader, 20, async (page) => {
      await world.publish(authors[page % 3] ?? '', Date.now() - page);
    });
    expect(shown.toSorted()).toEqual(ids.toSorted());
  });

  it('goes on after the cell was evicted in the middle of paging', async () => {
    const { world, reader, authors, ids } = await aReaderOf(2, 70);
    const shown = await readAll(world, reader, 15, async (page) => {
      if (page % 2 === 0) await world.publish(authors[0] ?? '', Date.now() - page);
      await evictDurableObject(world.cell);
    });
    expect(shown.toSorted()).toEqual(ids.toSorted());
  });

  it('finds candidates again that the cell let go of in the middle of paging', async () => {
    const { world, reader, authors, ids } = await aReaderOf(2, 60);
    const shown = await readAll(world, reader, 30, async (page) => {
      if (page > 1) return;
      for (let i = 0; i < 30; i++) await world.publish(authors[0] ?? '', Date.now() - 1_000 + i);
    });
    expect(shown.toSorted()).toEqual(ids.toSorted());
  });

  it('loses what is deleted or hidden at once, and nothing else; what comes back is shown', async () => {
    const { world, reader, authors, posts, ids } = await aReaderOf(3, 10);
    const [hidden = '', other = ''] = authors;
    const first = await readPage(world, reader, null, 6);
    const gone = posts.find(({ id, author }) => author === other && !first.ids.includes(id))?.id ?? '';
    await world.cell.syncEntries([{ sourceId: other, entryId: gone, postId: gone, revision: 1, present: false }]);
    await world.cell.mute(reader, hidden, true);
    const second = await readPage(world, reader, first.nextCursor, 6);
    const byHidden = new Set(posts.filter(({ author }) => author === hidden).map(({ id }) => id));
    expect(second.ids).toHaveLength(6);
    expect(second.ids.some((id) => byHidden.has(id) || id === gone)).toBe(false);
    await world.cell.mute(reader, hidden, false);
    const third = await readPage(world, reader, second.nextCursor, 100);
    const shown = [...first.ids, ...second.ids, ...third.ids];
    expect(shown.toSorted()).toEqual(ids.filter((id) => id !== gone).toSorted());
  });

  it('lets no author speak twice in a row while others wait', async () => {
    const { world, reader, authors, posts } = await aReaderOf(3, 12);
    const [loud = ''] = authors;
    for (let i = 0; i < 8; i++) await world.cell.observe(reader, { authorId: loud, act: 'share' }, Date.now());
    const shown = await readAll(world, reader, 5);
    const authorOf = new Map(posts.map(({ id, author }) => [id, author]));
    shown.forEach((id, place) => {
      const author = authorOf.get(id);
      if (place === 0 || author !== authorOf.get(shown[place - 1] ?? '')) return;
      expect(shown.slice(place).every((later) => authorOf.get(later) === author)).toBe(true);
    });
  });

  it('puts your own fresh post on top, before what ranks best', async () => {
    const { world, reader } = await aReaderOf(2, 3);
    await world.follow(reader, reader);
    const own = await world.publish(reader, Date.now() - 1_000);
    const { ids, reasons } = await readPage(world, reader, null, 10);
    expect(ids[0]).toBe(own);
    expect(reasons.get(own)).toBe('own');
    await world.cell.markSeen(reader, [{ postId: own, authorId: reader }], Date.now());
    expect((await readTop(world, reader))[0]).toBe(own);
  });

  it('shows a new post to the next read', async () => {
    const { world, reader, authors } = await aReaderOf(2, 5);
    await readTop(world, reader);
    const post = await world.publish(authors[1] ?? '', Date.now() - 5);
    expect(await readTop(world, reader)).toContain(post);
  });

  it('ranks by the taste of new likes, once it is known', async () => {
    const world = aWorld();
    const { reader } = await world.reader();
    const [ann = '', ben = '', cid = ''] = Array.from({ length: 3 }, () => world.author());
    const old = Date.now() - 2 * DAY;
    const byAnn = await world.publish(ann, old);
    const byBen = await world.publish(ben, old + 1);
    const liked = await Promise.all([1, 2, 3].map((day) => world.publish(cid, old - day * DAY)));
    for (const postId of [byAnn, ...liked]) await world.setTag(postId, 'sea');
    for (const author of [ann, ben]) await world.follow(reader, author);
    expect(await readTop(world, reader)).toEqual([byBen, byAnn]);
    for (const postId of liked) {
      const target = { userId: reader, postId, authorId: cid, authorIsPrivate: false };
      await world.cell.like(target, true, Date.now());
    }
    let now = Date.now();
    const topOf = async () => {
      now += 5_000;
      return (await readPage(world, reader, null, 10, now)).ids;
    };
    await expect.poll(topOf).toEqual([byAnn, byBen]);
  });

  it('lets seen posts sink, not vanish, and remembers through an eviction', async () => {
    const { world, reader, posts } = await aReaderOf(12, 1);
    const before = await readTop(world, reader);
    const authorOf = new Map(posts.map(({ id, author }) => [id, author]));
    const seen = before.slice(0, 5);
    const marks = seen.map((postId) => ({ postId, authorId: authorOf.get(postId) ?? '' }));
    await world.cell.markSeen(reader, marks, Date.now());
    const after = await readTop(world, reader);
    expect(after.toSorted()).toEqual(before.toSorted());
    expect(after.slice(-5).toSorted()).toEqual(seen.toSorted());
    await evictDurableObject(world.cell);
    expect((await readTop(world, reader)).slice(-5).toSorted()).toEqual(seen.toSorted());
  });
});

describe('the reason of a ranked post', () => {
  it('is true: favourite, popular, recent or following', async () => {
    const world = aWorld();
    const { reader } = await world.reader();
    const [loved, admired, new_, quiet] = Array.from({ length: 4 }, () => world.author());
    if (!loved || !admired || !new_ || !quiet) throw new Error('four authors were made');
    const old = Date.now() - 5 * DAY;
    const [byLoved, byAdmired, byQuiet] = await Promise.all(
      [loved, admired, quiet].map((who) => world.publish(who, old)),
    );
    const byNew = await world.publish(new_, Date.now() - HOUR);
    await world.setLikes(byAdmired ?? '', 40);
    for (const author of [loved, admired, new_, quiet]) await world.follow(reader, author);
    for (let i = 0; i < 4; i++) await world.cell.observe(reader, { authorId: loved, act: 'share' }, Date.now());
    // Counts are read behind the first page, and ranked with after some seconds.
    let now = Date.now();
    const reasonsOf = async () => {
      now += 5_000;
      return Object.fromEntries((await readPage(world, reader, null, 10, now)).reasons);
    };
    await expect.poll(reasonsOf).toEqual({
      [byLoved ?? '']: 'favourite',
      [byAdmired ?? '']: 'popular',
      [byNew]: 'recent',
      [byQuiet ?? '']: 'following',
    });
    await world.unfollow(reader, loved);
    await world.unfollow(reader, quiet);
    const { ids } = await readPage(world, reader, null, 10);
    expect(ids.toSorted()).toEqual([byAdmired ?? '', byNew].toSorted());
  });

  it('follows likes and saves, and forgets them when they are taken back', async () => {
    const { world, reader, authors, posts } = await aReaderOf(2, 6);
    const [ann = '', ben = ''] = authors;
    const byAnn = posts.filter(({ author }) => author === ann).map(({ id }) => id);
    const mark = async (on: boolean) => {
      for (const postId of byAnn) {
        const target = { userId: reader, postId, authorId: ann, authorIsPrivate: false };
        await world.cell.like(target, on, Date.now());
        await world.cell.save(target, on, Date.now());
      }
    };
    const reasonsOf = async (author: string) => {
      const { reasons } = await readPage(world, reader, null, 20);
      return [...new Set(posts.filter((post) => post.author === author).map(({ id }) => reasons.get(id)))];
    };
    expect(await reasonsOf(ann)).toEqual(['following']);
    await mark(true);
    await mark(true);
    expect(await reasonsOf(ann)).toEqual(['favourite']);
    expect(await reasonsOf(ben)).toEqual(['following']);
    await evictDurableObject(world.cell);
    expect(await reasonsOf(ann)).toEqual(['favourite']);
    await mark(false);
    expect(await reasonsOf(ann)).toEqual(['following']);
  });
});

describe('what a cell keeps of its users’ acts', () => {
  it('counts a look at a profile once in a while, and a seen post once', async () => {
    const { world, reader, authors, posts } = await aReaderOf(1, 1);
    const [ann = ''] = authors;
    const pointsOf = () =>
      runInDurableObject(world.cell, (_, { storage }) =>
        storage.sql.exec<{ points: number }>('SELECT points FROM affinities WHERE user_id = ?', reader).one(),
      );
    const now = Date.now();
    const seen = [{ postId: posts[0]?.id ?? '', authorId: ann }];
    for (let i = 0; i < 3; i++) await world.cell.observe(reader, { authorId: ann, act: 'profile' }, now);
    for (let i = 0; i < 3; i++) await world.cell.markSeen(reader, seen, now);
    expect((await pointsOf()).points).toBeCloseTo(2.2);
    await world.cell.observe(reader, { authorId: ann, act: 'profile' }, now + HOUR);
    expect((await pointsOf()).points).toBeGreaterThan(4);
  });

  it('is bounded for each user: the nearest authors and the newest seen posts', async () => {
    const { world, reader } = await aReaderOf(1, 1);
    const now = Date.now();
    const near = world.author();
    await world.cell.observe(reader, { authorId: near, act: 'share' }, now);
    for (let part = 0; part < 7; part++) {
      const seen = Array.from({ length: 100 }, () => ({ postId: world.author(), authorId: world.author() }));
      await world.cell.markSeen(reader, seen, now);
    }
    const kept = await runInDurableObject(world.cell, (_, { storage: { sql } }) => ({
      authors: sql
        .exec<{ author_id: string }>('SELECT author_id FROM affinities WHERE user_id = ?', reader)
        .toArray()
        .map(({ author_id }) => author_id),
      seenBytes: sql.exec<{ n: number }>('SELECT length(marks) AS n FROM seen WHERE user_id = ?', reader).one().n,
    }));
    expect(kept.authors.length).toBeLessThanOrEqual(256 + 32);
    expect(kept.authors).toContain(near);
    expect(kept.seenBytes).toBe(600 * 4);
  });
});
