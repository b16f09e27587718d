import { listLikeNews, settleLikeNews } from '../../shared/db/notifications/like-news.ts';
import { noticeOf } from '../../shared/domain/notifications/notice.ts';
import type { Services } from '../services.ts';
import { deliverNotices } from './deliver-notices.ts';
import { planCrowd } from './plan.ts';

/** Looks taken at once: a hundred posts each. What is left comes with the next read. */
const LOOKS = 5;

/**
 * Takes into a user's inbox which of their posts were liked since it looked last. Nobody tells it while people like: the
 * cells' reports leave a row a post, and whoever reads their notifications pays for reading it.
 */
export async function pullLikes(services: Services, userId: string): Promise<void> {
  const { shards } = services;
  for (let look = 0; look < LOOKS; look++) {
    const lookedAt = Date.now();
    const news = await listLikeNews(shards, userId);
    if (news.length === 0) return;
    const plans = news.map(({ postId, state, likers }) =>
      planCrowd(userId, noticeOf.likes(postId), {
        postAuthorId: userId,
        actors: state === 'deleted' ? [] : likers,
        lookedAt,
      }),
    );
    const failed = await deliverNotices(services, plans);
    if (failed.size > 0) return;
    await settleLikeNews(shards, userId, news);
  }
}
