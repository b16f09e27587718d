import { loadPeople } from '../../shared/db/people/load-people.ts';
import { loadPosts } from '../../shared/db/posts/load-posts.ts';
import { dropTags } from '../../shared/db/posts/person-tags.ts';
import type { Services } from '../services.ts';
import { findTaggable } from './resolve-tags.ts';

/**
 * Takes the tags of people off a kept post whom its author may not tag any more: it may have waited for months. Called
 * right before it is published.
 */
export async function recheckTags(services: Services, postId: string): Promise<void> {
  const { shards } = services;
  const post = (await loadPosts(shards, [postId])).get(postId);
  if (!post || post.people.length === 0) return;
  const author = (await loadPeople(shards, [post.authorId])).get(post.authorId);
  if (!author) return;
  const ids = [...new Set(post.people.map(({ userId }) => userId))];
  const { taggable } = await findTaggable(services, { id: author.id, cell: author.cellId, sessionId: '' }, ids);
  await dropTags(
    shards,
    postId,
    ids.filter((id) => !taggable.has(id)),
  );
}
