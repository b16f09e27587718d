import type { Context } from 'hono';
import { jsonText } from './json-text.ts';

/** Answers a page of posts that are already written as JSON. */
export function postsPage(c: Pick<Context, 'body'>, posts: readonly string[], nextCursor: string | null) {
  return jsonText(c, `{"posts":[${posts.join(',')}],"nextCursor":${JSON.stringify(nextCursor)}}`);
}
