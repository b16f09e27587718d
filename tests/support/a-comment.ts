import type { Comment, CreateComment } from '../../shared/contracts/index.ts';
import type { TestUser } from './a-user.ts';

/** Comments on a post through the API; the text is drawn, so that it repeats nothing. */
export async function aComment(
  writer: TestUser,
  postId: string,
  { text = `words ${crypto.randomUUID()}`, ...given }: Partial<CreateComment> = {},
): Promise<Comment> {
  const response = await writer.call('POST', `/posts/${postId}/comments`, { text, ...given });
  if (response.status !== 201) throw new Error(`commenting answered ${response.status}: ${await response.text()}`);
  return response.json<Comment>();
}
