import { type CreateDraft, createDraftSchema, draftSchema } from '../../../shared/contracts/index.ts';
import { isAttachRefused } from '../../../shared/db/media/attach-media.ts';
import { requireFreeMedia } from '../../../shared/db/media/require-free-media.ts';
import { createPost, draftState } from '../../../shared/db/posts/create-post.ts';
import { withNewId } from '../../../shared/db/with-new-id.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import type { AppContext } from '../../http/app-env.ts';
import { jsonText } from '../../http/json-text.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, jsonBody, route } from '../../http/route.ts';
import { describeText } from '../../people/describe-text.ts';
import { resolveTags } from '../../people/resolve-tags.ts';
import { findWrittenPost } from '../posts/publish-post.ts';
import { readPublishAt } from './read-publish-at.ts';
import { presentDraft } from './require-draft.ts';
import { requireRoomForDraft } from './require-room.ts';

/** Keeps a post that is not published yet. With `publishAt` it publishes itself then. */
export const createDraft = route(
  {
    method: 'post',
    path: '/drafts',
    tags: ['drafts'],
    summary: 'Keep a draft, or schedule a post',
    request: { body: jsonBody(createDraftSchema) },
    responses: answer(201, draftSchema, 'The draft.'),
    errors: ['media-failed', 'conflict'],
  },
  async (c) => {
    const id = (await findWrittenPost(c)) ?? (await writeDraft(c, c.req.valid('json')));
    return jsonText(c, await presentDraft(c, id), 201, { Location: `/api/v1/drafts/${id}` });
  },
);

async function writeDraft(
  c: Pick<AppContext, 'get' | 'var'>,
  { caption, people: tags, publishAt, ...given }: CreateDraft,
): Promise<string> {
  const { services, now, clientKey = null } = c.var;
  const { shards, ids } = services;
  const viewer = requireViewer(c);
  const { mediaIds } = given;
  const due = readPublishAt(publishAt, mediaIds.length, now);
  await requireRoomForDraft(shards, viewer.id);
  const [{ text, hashtags, mentions }, people] = await Promise.all([
    describeText(services, viewer, caption),
    resolveTags(services, viewer, tags, { mediaIds }),
    requireFreeMedia(shards, viewer.id, mediaIds),
  ]);
  const shard = shardOfId(viewer.id);
  const post = { ...given, authorId: viewer.id, caption: text, hashtags, mentions, people, clientKey };
  return withNewId(ids, shard, now, async (id) => {
    await createPost(shards, { ...post, id, outboxId: id, draft: { state: draftState(due), publishAt: due } }, now);
    return id;
  }).catch(async (error) => {
    const twin = await findWrittenPost(c);
    if (twin !== undefined) return twin;
    if (isAttachRefused(error)) {
      throw new AppError('conflict', { detail: 'mediaIds: a medium is already in another post.' });
    }
    throw error;
  });
}
