import type { Draft } from '../../../shared/contracts/index.ts';
import { loadPosts, type PostRow } from '../../../shared/db/posts/load-posts.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { presentOwnPosts } from '../../cards/present-own-posts.ts';
import type { AppContext } from '../../http/app-env.ts';
import { requireViewer } from '../../http/require-viewer.ts';

/** A draft of the viewer's, scheduled or not; 404 for anything else. */
export async function requireDraft(c: Pick<AppContext, 'var'>, id: string): Promise<PostRow> {
  const post = (await loadPosts(c.var.services.shards, [id])).get(id);
  const isDraft = post?.state === 'draft' || post?.state === 'scheduled';
  if (!isDraft || post.authorId !== requireViewer(c).id) throw notFound('draft');
  return post;
}

/** A draft as JSON: the post that it will be, and when. */
export async function presentDraft(c: Pick<AppContext, 'var' | 'executionCtx'>, id: string): Promise<string> {
  const row = await requireDraft(c, id);
  const [json = ''] = await presentOwnPosts(c, [row]);
  return addDraftPart(row, json);
}

export function addDraftPart({ state, publishAt }: PostRow, json: string): string {
  const part: Pick<Draft, 'status' | 'publishAt'> = {
    status: state === 'scheduled' ? 'scheduled' : 'draft',
    publishAt: publishAt === null ? null : new Date(publishAt).toISOString(),
  };
  return `${json.slice(0, -1)},${JSON.stringify(part).slice(1)}`;
}
