import { draftSchema, idParamSchema, postSchema } from '../../../shared/contracts/index.ts';
import { loadMedia } from '../../../shared/db/media/load-media.ts';
import type { PostRow } from '../../../shared/db/posts/load-posts.ts';
import { publishDraft as writePublication } from '../../../shared/db/posts/publish-draft.ts';
import { waitForMedia } from '../../../shared/db/posts/waiting-posts.ts';
import { describeMediaError } from '../../../shared/domain/media/media-errors.ts';
import { AppError, notFound } from '../../../shared/errors/index.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import { presentPost } from '../../cards/present-post.ts';
import { readMarks } from '../../cards/read-marks.ts';
import { requireVisiblePost } from '../../cards/require-visible-post.ts';
import { publishKept } from '../../fanout/publish-waiting.ts';
import type { AppContext } from '../../http/app-env.ts';
import { jsonText } from '../../http/json-text.ts';
import { countAttempt } from '../../http/limit-action.ts';
import { answer, route } from '../../http/route.ts';
import { recheckTags } from '../../people/recheck-tags.ts';
import { announceEntry, entryOf } from '../posts/announce-entry.ts';
import { requireOwnPost } from '../posts/require-own-post.ts';
import { findDraft } from './require-draft.ts';

/** Publishes a draft at the top of the feeds: now, or when its media are ready. Asking again answers the post. */
export const publishDraft = route(
  {
    method: 'post',
    path: '/drafts/{id}/publish',
    tags: ['drafts'],
    summary: 'Publish a draft',
    limit: 'post',
    limitInHandler: true,
    request: { params: idParamSchema },
    responses: {
      ...answer(201, postSchema, 'The post.'),
      ...answer(202, draftSchema, 'It publishes itself when its media are ready.'),
    },
    errors: ['not-found', 'media-failed', 'conflict'],
  },
  async (c) => {
    const { services, viewer, now } = c.var;
    const { id } = c.req.valid('param');
    const draft = await requireOwnPost(c, id);
    if (draft.state === 'archived') throw notFound('draft');
    if (draft.state !== 'published') {
      // One that waits was counted when it began to.
      if (draft.state !== 'waiting') await countAttempt(c, 'post');
      await publishOrWait(c, draft);
      const waiting = await findDraft(c, id);
      if (waiting !== undefined) return jsonText(c, waiting, 202, { Location: `/api/v1/drafts/${id}` });
    }
    const post = await requireVisiblePost(c, id);
    const marksOf = await readMarks(services, viewer, [id]);
    return jsonText(c, presentPost(services, viewer, now, post, marksOf(id)), 201, { Location: `/api/v1/posts/${id}` });
  },
);

async function publishOrWait(c: Pick<AppContext, 'get' | 'var'>, draft: PostRow): Promise<void> {
  const { services, now } = c.var;
  if (draft.mediaIds.length === 0) throw new AppError('conflict', { detail: 'Add a photo or a video first.' });
  const shard = shardOfId(draft.id);
  const [entryId, outboxId] = [services.ids.next(shard, now), services.ids.next(shard, now)];
  await recheckTags(services, draft.id);
  if (await writePublication(services.shards, { postId: draft.id, entryId, outboxId }, 'asked', now)) {
    await announceEntry(c, outboxId, entryOf({ ...draft, entryId }, { state: 'published' }));
    return;
  }
  await refuseFailedMedia(c, draft);
  // The last medium may become ready between any two looks: whoever made it ready found nobody waiting. Publishing is
  // once, and nothing happens while one is missing.
  await waitForMedia(services.shards, draft.id, 'asked', now);
  await publishKept(services, draft.id, now, 'asked');
}

async function refuseFailedMedia(c: Pick<AppContext, 'get' | 'var'>, { mediaIds }: PostRow): Promise<void> {
  const rows = await loadMedia(c.var.services.shards, mediaIds);
  mediaIds.forEach((id, index) => {
    const row = rows.get(id);
    if (row && row.state !== 'failed') return;
    const path = `mediaIds.${index}`;
    const message = `could not be processed: ${describeMediaError(row?.errorCode ?? null).message}`;
    throw new AppError('media-failed', { detail: `${path}: ${message}`, errors: [{ path, message }] });
  });
}
