import type { NoticeRow } from '../../../durable-objects/inbox/read-notices.ts';
import { loadMedia } from '../../../shared/db/media/load-media.ts';
import type { MediaRow } from '../../../shared/db/media/media-row.ts';
import {
  type Crowd,
  loadCommentLikers,
  loadFollowersOfDays,
  loadLikers,
  loadRequesters,
  loadSharers,
} from '../../../shared/db/notifications/load-crowds.ts';
import { loadNoticedComments, type NoticedComment } from '../../../shared/db/notifications/load-noticed-comments.ts';
import { loadPeople, type PersonRow } from '../../../shared/db/people/load-people.ts';
import { loadPosts, type PostRow } from '../../../shared/db/posts/load-posts.ts';
import { dayOfKey } from '../../../shared/domain/notifications/notice.ts';
import type { Viewer } from '../../http/app-env.ts';
import { describeStandings, type ViewerStanding } from '../../people/present-people.ts';
import type { Services } from '../../services.ts';

/** What a page of notices is about, as D1 and the viewer's cell say at this moment: nothing here is a cached copy. */
export type HydratedNotices = {
  posts: Map<string, PostRow>;
  media: Map<string, MediaRow>;
  comments: Map<string, NoticedComment>;
  /** By the notice's key: who did it. */
  crowds: Map<string, Crowd>;
  people: Map<string, PersonRow>;
  standings: Map<string, ViewerStanding>;
};

/** Two rounds of queries, one a database each: what happened, then who and what is shown of it. */
export async function hydrateNotices(
  services: Services,
  viewer: Viewer,
  rows: readonly NoticeRow[],
): Promise<HydratedNotices> {
  const { shards } = services;
  const [posts, comments, crowds] = await Promise.all([
    loadPosts(
      shards,
      rows.flatMap(({ postId }) => postId ?? []),
    ),
    loadNoticedComments(
      shards,
      rows.flatMap(({ commentId }) => commentId ?? []),
    ),
    loadCrowds(services, viewer.id, rows),
  ]);
  const actorIds = [...crowds.values()].flatMap(({ newest }) => newest.map(({ userId }) => userId));
  const authorIds = [...posts.values()].map(({ authorId }) => authorId);
  const ids = [...new Set([...actorIds, ...authorIds])];
  const [people, standings, media] = await Promise.all([
    loadPeople(shards, ids),
    describeStandings(services, viewer, ids),
    loadMedia(
      shards,
      [...posts.values()].flatMap(({ mediaIds }) => mediaIds.slice(0, 1)),
    ),
  ]);
  return { posts, media, comments, crowds, people, standings };
}

/** One query a kind and database, whatever the number of notices. */
async function loadCrowds(
  { shards }: Services,
  viewerId: string,
  rows: readonly NoticeRow[],
): Promise<Map<string, Crowd>> {
  const of = (kind: NoticeRow['kind']) => rows.filter((row) => row.kind === kind);
  const [likes, commentLikes, reposts, days] = [of('like'), of('comment-like'), of('repost'), of('follow')];
  const [likers, commentLikers, sharers, followers, requesters] = await Promise.all([
    loadLikers(shards, viewerId, idsOf(likes, 'postId')),
    loadCommentLikers(shards, viewerId, idsOf(commentLikes, 'commentId')),
    loadSharers(shards, idsOf(reposts, 'postId')),
    loadFollowersOfDays(
      shards,
      viewerId,
      days.map(({ key }) => dayOfKey(key)),
    ),
    of('follow-request').length > 0 ? loadRequesters(shards, viewerId) : undefined,
  ]);
  const crowdOf = (row: NoticeRow): Crowd | undefined => {
    if (row.kind === 'like') return likers.get(row.postId ?? '');
    if (row.kind === 'comment-like') return commentLikers.get(row.commentId ?? '');
    if (row.kind === 'repost') return sharers.get(row.postId ?? '');
    if (row.kind === 'follow') return followers.get(dayOfKey(row.key));
    if (row.kind === 'follow-request') return requesters;
    return row.actorId ? { newest: [{ userId: row.actorId, at: row.at }], count: 1 } : undefined;
  };
  return new Map(rows.flatMap((row) => (crowdOf(row) ? [[row.key, crowdOf(row) as Crowd] as const] : [])));
}

function idsOf(rows: readonly NoticeRow[], field: 'postId' | 'commentId'): string[] {
  return rows.flatMap((row) => row[field] ?? []);
}
