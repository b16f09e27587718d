import type { CreatePost, Post } from '../../shared/contracts/index.ts';
import { aMedium } from './a-medium.ts';
import type { TestUser } from './a-user.ts';

/** Publishes a post of a ready photo through the API. */
export async function aPost(author: TestUser, given: Partial<CreatePost> = {}): Promise<Post> {
  const mediaIds = given.mediaIds ?? [await aMedium(author)];
  const response = await author.call('POST', '/posts', { ...given, mediaIds });
  if (response.status !== 201) throw new Error(`publishing answered ${response.status}: ${await response.text()}`);
  return response.json<Post>();
}
