import type { SentMessage } from '../../../durable-objects/conversation/send-message.ts';
import type { Message, Post } from '../../../shared/contracts/index.ts';
import { hydratePosts } from '../../cards/hydrate-posts.ts';
import { presentPosts } from '../../cards/present-posts.ts';
import { visiblePostIds } from '../../cards/visible-post-ids.ts';
import type { AppContext } from '../../http/app-env.ts';
import { cacheContext } from '../../http/cache-context.ts';
import { requireViewer } from '../../http/require-viewer.ts';

/** Messages in their order, with the posts that the viewer may see at this moment. The other one has read through `seen`. */
export async function presentMessages(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  conversationId: string,
  messages: readonly SentMessage[],
  seen = 0,
): Promise<Message[]> {
  const posts = await readPosts(c, [...new Set(messages.flatMap(({ postId }) => postId ?? []))]);
  const viewerId = requireViewer(c).id;
  return messages.map(({ id, number, senderId, text, postId, at }) => ({
    id,
    conversationId,
    senderId,
    text,
    postId,
    post: posts.get(postId ?? '') ?? null,
    seen: senderId === viewerId && number <= seen,
    createdAt: new Date(at).toISOString(),
  }));
}

/** Read from D1, not from cards at hand: a post that was deleted a moment ago is not shown once more. */
async function readPosts(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  postIds: readonly string[],
): Promise<Map<string, Post>> {
  if (postIds.length === 0) return new Map();
  const wanted = postIds.map((postId) => ({ postId, revision: 0 }));
  const there = await hydratePosts(c.var.services, wanted, cacheContext(c), true);
  const visible = await visiblePostIds(
    c,
    postIds.filter((id) => there.has(id)),
  );
  const posts = (await presentPosts(c, visible)).map((text): Post => JSON.parse(text));
  return new Map(posts.map((post) => [post.id, post]));
}
