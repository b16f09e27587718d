import type { Draft, DraftStatus } from '../../../shared/contracts/index.ts';
import { loadPosts, type PostRow } from '../../../shared/db/posts/load-posts.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { type OwnPost, presentOwnPosts } from '../../cards/present-own-posts.ts';
import type { AppContext } from '../../http/app-env.ts';
import { requireViewer } from '../../http/require-viewer.ts';

/** States of a post that is not published yet. */
export const DRAFT_STATES = ['draft', 'scheduled', 'waiting'] as const;

/** A draft of the viewer's, scheduled, waiting or neither; 404 for anything else. */
export async function requireDraft(c: Pick<AppContext, 'get' | 'var'>, id: string): Promise<PostRow> {
  const post = (await loadPosts(c.var.services.shards, [id])).get(id);
  if (post?.authorId !== requireViewer(c).id || !isDraft(post)) throw notFound('draft');
  return post;
}

function isDraft({ state }: PostRow): boolean {
  return (DRAFT_STATES as readonly string[]).includes(state);
}

/** A draft as JSON: the post that it will be, and when. */
export async function presentDraft(c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>, id: string): Promise<string> {
  return presentRow(c, await requireDraft(c, id));
}

/** The same of a post of the viewer's that may have been published: undefined then. */
export async function findDraft(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  id: string,
): Promise<string | undefined> {
  const post = (await loadPosts(c.var.services.shards, [id])).get(id);
  return post && isDraft(post) ? presentRow(c, post) : undefined;
}

async function presentRow(c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>, row: PostRow): Promise<string> {
  const [own] = await presentOwnPosts(c, [row]);
  if (!own) throw notFound('draft');
  return addDraftPart(own);
}

export function addDraftPart({ row: { state, publishAt }, media, json }: OwnPost): string {
  const part: Pick<Draft, 'status' | 'publishAt'> = {
    status: statusOf(state, media),
    publishAt: publishAt === null || state !== 'scheduled' ? null : new Date(publishAt).toISOString(),
  };
  return `${json.slice(0, -1)},${JSON.stringify(part).slice(1)}`;
}

function statusOf(state: string, media: OwnPost['media']): DraftStatus {
  if (state === 'scheduled') return 'scheduled';
  if (state !== 'waiting') return 'draft';
  return media.some((medium) => medium.state === 'failed') ? 'failed' : 'waiting';
}
