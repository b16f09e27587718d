import { loadPeople } from '../../shared/db/people/load-people.ts';
import type { PostRow } from '../../shared/db/posts/load-posts.ts';
import { listNaming, listTagging, takeOffNames, takeOffTags } from '../../shared/db/posts/names-on-posts.ts';
import type { Shard } from '../../shared/db/shard-router.ts';
import { isParted } from '../../shared/domain/visibility/can-see-posts.ts';
import { shardOfId } from '../../shared/ids/index.ts';
import type { Services } from '../services.ts';

/** Posts taken at a time. */
const PAGE = 100;

/** Takes a person's tags off the posts of an author whom a block parts from them. */
export async function partTags(
  services: Services,
  pair: { userId: string; authorId: string },
  now: number,
): Promise<void> {
  const shard = services.shards.forId(pair.authorId);
  for (let isFull = true; isFull; ) {
    const postIds = await listTagging(shard, pair, PAGE);
    await takeOff(services, postIds, now, (posts) => takeOffTags(shard, pair.userId, posts, now));
    isFull = postIds.length === PAGE;
  }
}

/**
 * Takes off one post the tags of people whom a block parts from its author, and answers who they are: an edit that asked
 * before a block may write its tags after the block took off what was there.
 */
export async function partTagsOf(
  services: Services,
  { id, authorId, people }: Pick<PostRow, 'id' | 'authorId' | 'people'>,
  now: number,
): Promise<Set<string>> {
  const { shards, stubs } = services;
  const tagged = [...new Set(people.map(({ userId }) => userId))];
  const author = tagged.length > 0 && (await loadPeople(shards, [authorId])).get(authorId);
  if (!author) return new Set();
  const standings = await stubs.cell(author.cellId).describePeople(authorId, tagged);
  const parted = tagged.filter((_userId, index) => isParted(standings[index]));
  const shard = shards.forId(id);
  for (const userId of parted) {
    await takeOff(services, [id], now, (posts) => takeOffTags(shard, userId, posts, now));
  }
  return new Set(parted);
}

/** Takes a closed account's name off a page of the posts of a database; true when there may be more. */
export async function takeNameOffPage(services: Services, shard: Shard, userId: string, now: number): Promise<boolean> {
  const postIds = await listNaming(shard, userId, PAGE);
  await takeOff(services, postIds, now, (posts) => takeOffNames(shard, userId, posts, now));
  return postIds.length === PAGE;
}

/** Writes it, and has every copy of the posts follow. */
async function takeOff(
  { ids, fanoutQueue, caches }: Services,
  postIds: readonly string[],
  now: number,
  write: (posts: { postId: string; outboxId: string }[]) => Promise<unknown>,
): Promise<void> {
  if (postIds.length === 0) return;
  const posts = postIds.map((postId) => ({ postId, outboxId: ids.next(shardOfId(postId), now) }));
  await write(posts);
  await Promise.all(postIds.map((postId) => caches.forgetPost(postId)));
  const messages = posts.map(({ postId, outboxId }) => ({ id: outboxId, work: { topic: 'post' as const, postId } }));
  // What is not sent here is sent by the sweep.
  await fanoutQueue.sendBatch(messages.map((body) => ({ body }))).catch(() => undefined);
}
