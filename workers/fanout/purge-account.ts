import { forgetEmail } from '../../shared/db/accounts/close-account.ts';
import { findUser, type UserRow } from '../../shared/db/accounts/find-user.ts';
import {
  listRemainingComments,
  listRemainingFollows,
  listRemainingMedia,
  listRemainingPosts,
  type OwnPost,
} from '../../shared/db/accounts/list-belongings.ts';
import { releaseHandle } from '../../shared/db/accounts/reserve-handle.ts';
import { deleteComment } from '../../shared/db/comments/change-comment.ts';
import { changeFollow, type Edge } from '../../shared/db/follows/change-follow.ts';
import { listFollowers } from '../../shared/db/follows/list-follows.ts';
import { releaseMedia } from '../../shared/db/media/release-media.ts';
import { withdrawalIds } from '../../shared/db/notifications/owe-withdrawals.ts';
import { deletePost } from '../../shared/db/posts/change-post.ts';
import { normalizeHandle } from '../../shared/domain/accounts/normalize-handle.ts';
import { shardOfId } from '../../shared/ids/index.ts';
import { deleteMedium } from '../media/delete-medium.ts';
import { sendNotices } from '../notifications/sync-notices.ts';
import type { Services } from '../services.ts';
import { endRepost } from './purge-post.ts';
import { newEdgeWork, runEdgeWork } from './run-edge-work.ts';
import { takeNameOffPage } from './take-off-names.ts';

/** Rows taken at a time, and pages of each kind done by one run; the sweep sends the row again for the rest. */
const PAGE = 25;
const PAGES = 20;

/**
 * Deletes what a closed account leaves behind. Every page is read from the truth, so a run that was killed or doubled is
 * continued by the next. False while the row has to stay owed: some is left, or an access token given before the account
 * was closed may still be good and bring more.
 */
export async function purgeAccount(services: Services, userId: string, now: number): Promise<boolean> {
  const user = await findUser(services.shards, userId);
  if (user?.status !== 'deleted') return true;
  const steps = [purgeMedia, purgePosts, purgeFollows, purgeFollowers, purgeComments, purgeNames];
  let left = false;
  for (const step of steps) {
    if (!(await inPages(() => step(services, userId, now)))) left = true;
  }
  await services.stubs.inbox(userId).empty();
  await freeEmail(services, user);
  return !left && now > user.updatedAt + services.config.ACCESS_TOKEN_SECONDS * 1_000;
}

/** Runs a step, which answers whether there may be more, until there is not; false when that takes too many pages. */
async function inPages(purgePage: () => Promise<boolean>): Promise<boolean> {
  for (let page = 0; page < PAGES; page++) if (!(await purgePage())) return true;
  return false;
}

/** A page's rows are gone from their list: the next one begins where it began. */
function isFull(rows: readonly unknown[]): boolean {
  return rows.length === PAGE;
}

/** The bytes go before the row is marked, which is what makes a page done; the orphan collector looks at it once more. */
async function purgeMedia(services: Services, userId: string, now: number): Promise<boolean> {
  const media = await listRemainingMedia(services.shards, userId, PAGE);
  for (const medium of media) await deleteMedium(services, medium);
  const ids = media.map(({ id }) => id);
  await releaseMedia(services.shards.forId(userId), ids, now);
  return isFull(media);
}

async function purgePosts(services: Services, userId: string, now: number): Promise<boolean> {
  const posts = await listRemainingPosts(services.shards, userId, PAGE);
  for (const post of posts) await purgeOne(services, userId, post, now);
  return isFull(posts);
}

async function purgeOne(services: Services, userId: string, { id, targetId }: OwnPost, now: number): Promise<void> {
  const { shards, ids, fanoutQueue } = services;
  if (targetId) await endRepost(services, { userId, postId: targetId }, now);
  const shard = shardOfId(id);
  const work = { outboxId: ids.next(shard, now), purgeOutboxId: ids.next(shard, now) };
  // Its media are deleted by their own step.
  await deletePost(shards, id, [], work, now);
  await fanoutQueue.sendBatch([
    { body: { id: work.outboxId, work: { topic: 'post', postId: id } } },
    { body: { id: work.purgeOutboxId, work: { topic: 'purge', postId: id } } },
  ]);
}

async function purgeFollows(services: Services, userId: string, now: number): Promise<boolean> {
  const followees = await listRemainingFollows(services.shards, userId, PAGE);
  for (const followeeId of followees) await endEdge(services, { followerId: userId, followeeId }, now);
  return isFull(followees);
}

/** The rows of a page leave the list with their edges, so the next page begins where this one began. */
async function purgeFollowers(services: Services, userId: string, now: number): Promise<boolean> {
  const query = { userId, after: null, limit: PAGE };
  const [following, requested] = await Promise.all([
    listFollowers(services.shards, query),
    listFollowers(services.shards, query, 'requested'),
  ]);
  const rows = [...following, ...requested];
  for (const row of rows) await endEdge(services, { followerId: row.userId, followeeId: userId }, now);
  return following.length === PAGE || requested.length === PAGE;
}

async function endEdge(services: Services, edge: Edge, now: number): Promise<void> {
  const work = newEdgeWork(services, edge.followerId, now);
  await changeFollow(services.shards, edge, 'none', work, now);
  await runEdgeWork(services, edge, work);
}

/** With the replies below them, as when their writer deletes one. */
async function purgeComments(services: Services, userId: string, now: number): Promise<boolean> {
  const { shards, ids } = services;
  const pages = await Promise.all(shards.all().map((shard) => listRemainingComments(shard, userId, PAGE)));
  for (const { id, postId, replies } of pages.flat()) {
    const outboxIds = withdrawalIds(ids, postId, 1 + replies, now);
    await sendNotices(services, await deleteComment(shards, { id, postId }, outboxIds, now));
  }
  return pages.some(isFull);
}

/** Tags and mentions in what others posted; their words stay as they wrote them. */
async function purgeNames(services: Services, userId: string, now: number): Promise<boolean> {
  const pages = await Promise.all(services.shards.all().map((shard) => takeNameOffPage(services, shard, userId, now)));
  return pages.includes(true);
}

/** The address may sign up again; the row forgets it last, for it names the handle. */
async function freeEmail({ shards }: Services, { id, email }: UserRow): Promise<void> {
  if (email === '') return;
  await releaseHandle(shards, { kind: 'email', value: normalizeHandle(email) }, id);
  await forgetEmail(shards, id);
}
