import { loadSharers } from '../../shared/db/notifications/load-crowds.ts';
import { loadPosts } from '../../shared/db/posts/load-posts.ts';
import type { Share } from '../../shared/db/shares/change-share.ts';
import { noticeOf } from '../../shared/domain/notifications/notice.ts';
import { syncShare } from '../fanout/sync-share.ts';
import type { Services } from '../services.ts';
import { type NoticePlan, planCrowd } from './plan.ts';

/** That people pass a post on, for its author. */
export async function planShare(services: Services, share: Share): Promise<NoticePlan[]> {
  const { shards } = services;
  await syncShare(services, share);
  const lookedAt = Date.now();
  const [posts, crowds] = await Promise.all([loadPosts(shards, [share.postId]), loadSharers(shards, [share.postId])]);
  const post = posts.get(share.postId);
  if (!post) return [];
  const actors = post.state !== 'deleted' ? (crowds.get(post.id)?.newest ?? []) : [];
  return [planCrowd(post.authorId, noticeOf.reposts(post.id), { postAuthorId: post.authorId, actors, lookedAt })];
}
