import { loadPosts, type PostRow } from '../../shared/db/posts/load-posts.ts';
import { listRefusers } from '../../shared/db/posts/person-tags.ts';
import { listFormerlyNamed } from '../../shared/db/posts/post-versions.ts';
import { noticeOf } from '../../shared/domain/notifications/notice.ts';
import { partTagsOf } from '../fanout/take-off-names.ts';
import type { Services } from '../services.ts';
import type { NoticePlan } from './plan.ts';

/**
 * Who hears that a post mentions them or shows them on a photo, and whose notice goes since it no longer is there. It no
 * longer is for people whom a block parts from the author: their tags go.
 */
export async function planPost(services: Services, { postId }: { postId: string }, now: number): Promise<NoticePlan[]> {
  const { shards } = services;
  const [posts, refusers, formerly] = await Promise.all([
    loadPosts(shards, [postId]),
    listRefusers(shards, postId),
    listFormerlyNamed(shards, postId),
  ]);
  const post = posts.get(postId);
  if (!post) return [];
  const parted = await partTagsOf(services, post, now);
  const tagged = new Set(post.people.map(({ userId }) => userId).filter((userId) => !parted.has(userId)));
  const mentioned = new Set(post.mentions.map(({ userId }) => userId));
  return [...new Set([...tagged, ...mentioned, ...refusers, ...formerly, ...parted])]
    .filter((userId) => userId !== post.authorId)
    .map((recipientId) =>
      planFor(post, recipientId, { tagged: tagged.has(recipientId), mentioned: mentioned.has(recipientId) }),
    );
}

function planFor(
  post: PostRow,
  recipientId: string,
  { tagged, mentioned }: { tagged: boolean; mentioned: boolean },
): NoticePlan {
  const at = post.editedAt ?? post.createdAt;
  return {
    recipientId,
    subject: noticeOf.post(tagged ? 'tag' : 'mention', post.id, post.authorId),
    version: post.revision,
    postAuthorId: post.authorId,
    actors: [{ userId: post.authorId, at }],
    gone: post.state !== 'published' || !(tagged || mentioned),
    at,
  };
}
