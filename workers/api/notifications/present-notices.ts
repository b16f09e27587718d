import type { NoticeRow } from '../../../durable-objects/inbox/read-notices.ts';
import type { FoundPage } from '../../../durable-objects/inbox/settle-page.ts';
import type { Notification, Person } from '../../../shared/contracts/index.ts';
import type { Crowd } from '../../../shared/db/notifications/load-crowds.ts';
import type { PostRow } from '../../../shared/db/posts/load-posts.ts';
import { publicMediaUrl, signedMediaUrls } from '../../../shared/domain/media/media-urls.ts';
import { presentMedia } from '../../../shared/domain/media/present-media.ts';
import { mayHearOf } from '../../../shared/domain/notifications/may-notify.ts';
import { canSeePosts } from '../../../shared/domain/visibility/can-see-posts.ts';
import type { Viewer } from '../../http/app-env.ts';
import { roleIn } from '../../notifications/plan-comment.ts';
import { presentAuthor } from '../../people/present-people.ts';
import type { Services } from '../../services.ts';
import type { HydratedNotices } from './hydrate-notices.ts';

/** People whom a notification names; the others it counts. */
const ACTORS_SHOWN = 3;
/** Of a comment's text, characters. */
const COMMENT_SHOWN = 140;

type Presented = {
  notifications: Notification[];
  /** What the inbox has otherwise; null when all is as it says. */
  found: FoundPage | null;
};

/** Notifications in their order, by the rules of this moment. */
export function presentNotices(
  services: Services,
  viewer: Viewer,
  now: number,
  rows: readonly NoticeRow[],
  hydrated: HydratedNotices,
): Presented {
  const notifications = rows.flatMap((row) => {
    const crowd = hydrated.crowds.get(row.key);
    if (!crowd || isGone(row, hydrated) || !holds(row, viewer.id, hydrated)) return [];
    const actors = presentActors(row, crowd, hydrated);
    if (actors.length === 0) return [];
    const comment = hydrated.comments.get(row.commentId ?? '');
    return [
      {
        id: row.key,
        kind: row.kind,
        actors: actors.slice(0, ACTORS_SHOWN),
        count: Math.max(actors.length, crowd.count - (crowd.newest.length - actors.length)),
        post: presentPost(services, viewer, now, hydrated.posts.get(row.postId ?? ''), hydrated),
        comment: comment ? { id: comment.id, text: beginningOf(comment.text) } : null,
        createdAt: new Date(row.at).toISOString(),
        read: !row.unread,
      },
    ];
  });
  return { notifications, found: findChanged(rows, notifications, viewer.id, hydrated) };
}

/** Which notices are gone, and which the viewer may not see any more or may see again. */
function findChanged(
  rows: readonly NoticeRow[],
  notifications: readonly Notification[],
  viewerId: string,
  hydrated: HydratedNotices,
): FoundPage | null {
  const visible = new Set(notifications.map(({ id }) => id));
  const gone = rows.filter((row) => isGone(row, hydrated));
  const shown = rows.filter(({ key, hidden }) => hidden && visible.has(key));
  const hidden = rows.filter((row) => !row.hidden && !visible.has(row.key) && !gone.includes(row));
  if (gone.length + shown.length + hidden.length === 0) return null;
  const withPosts = hidden.filter(({ postId }) => {
    const post = hydrated.posts.get(postId ?? '');
    return post && !maySeePost(post, viewerId, hydrated);
  });
  return {
    gone: placesOf(gone),
    shown: { places: placesOf(shown), postIds: postIdsOf(shown) },
    hidden: { places: placesOf(hidden), postIds: postIdsOf(withPosts) },
  };
}

function placesOf(rows: readonly NoticeRow[]): FoundPage['gone'] {
  return rows.map(({ key, at }) => ({ key, at }));
}

function postIdsOf(rows: readonly NoticeRow[]): string[] {
  return [...new Set(rows.flatMap(({ postId }) => postId ?? []))];
}

/** Whether nothing is left of it, and nothing of it can come back by itself. */
function isGone(row: NoticeRow, { posts, comments, crowds }: HydratedNotices): boolean {
  if (row.postId && (posts.get(row.postId)?.state ?? 'deleted') === 'deleted') return true;
  if (row.commentId && !comments.has(row.commentId)) return true;
  return (crowds.get(row.key)?.newest.length ?? 0) === 0;
}

/** Whether the viewer may see it, and is still what the notice says that they are. */
function holds(row: NoticeRow, viewerId: string, hydrated: HydratedNotices): boolean {
  const { posts, comments } = hydrated;
  if (row.postId) {
    const post = posts.get(row.postId);
    if (!post || !maySeePost(post, viewerId, hydrated)) return false;
    if (!row.commentId && (row.kind === 'mention' || row.kind === 'tag') && !names(post, viewerId)) return false;
  }
  if (!row.commentId) return true;
  const comment = comments.get(row.commentId);
  if (!comment?.published) return false;
  return row.kind === 'comment-like' ? comment.authorId === viewerId : roleIn(comment, viewerId) !== null;
}

function maySeePost(post: PostRow, viewerId: string, { people, standings }: HydratedNotices): boolean {
  if (post.state !== 'published') return false;
  const author = people.get(post.authorId);
  return author ? canSeePosts(viewerId, author, standings.get(post.authorId)) : post.authorId === viewerId;
}

function names({ mentions, people }: PostRow, viewerId: string): boolean {
  return [...mentions, ...people].some(({ userId }) => userId === viewerId);
}

function presentActors(row: NoticeRow, { newest }: Crowd, { people, standings }: HydratedNotices): Person[] {
  return newest.flatMap(({ userId }) => {
    const [person, standing] = [people.get(userId), standings.get(userId)];
    if (!person || !standing || !mayHearOf(row.kind, standing)) return [];
    const { blockedBy: _hidden, ...flags } = standing;
    return [{ ...presentAuthor(person), viewer: flags }];
  });
}

function presentPost(
  { config }: Services,
  viewer: Viewer,
  now: number,
  post: PostRow | undefined,
  { media, people }: HydratedNotices,
): Notification['post'] {
  if (!post) return null;
  const first = media.get(post.mediaIds[0] ?? '');
  if (!first) return { id: post.id, thumbUrl: null, altText: null };
  const open = people.get(post.authorId)?.isPrivate === false && first.audience !== 'restricted';
  const urlFor = open ? publicMediaUrl : signedMediaUrls(config.TOKEN_KEYS, viewer.id, now);
  const { urls, altText } = presentMedia(first, urlFor);
  return { id: post.id, thumbUrl: urls?.thumb ?? null, altText };
}

function beginningOf(text: string): string {
  const characters = [...text];
  return characters.length > COMMENT_SHOWN ? `${characters.slice(0, COMMENT_SHOWN).join('')}…` : text;
}
