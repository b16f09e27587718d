import { draftSchema, idParamSchema, type UpdateDraft, updateDraftSchema } from '../../../shared/contracts/index.ts';
import { isAttachRefused } from '../../../shared/db/media/attach-media.ts';
import { requireFreeMedia } from '../../../shared/db/media/require-free-media.ts';
import { type DraftEdit, editDraft } from '../../../shared/db/posts/change-draft.ts';
import { draftState } from '../../../shared/db/posts/create-post.ts';
import type { PostRow } from '../../../shared/db/posts/load-posts.ts';
import { AppError, invalidField } from '../../../shared/errors/index.ts';
import { publishKept } from '../../fanout/publish-waiting.ts';
import type { AppContext } from '../../http/app-env.ts';
import { jsonText } from '../../http/json-text.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, jsonBody, route } from '../../http/route.ts';
import { describeText } from '../../people/describe-text.ts';
import { resolveTags } from '../../people/resolve-tags.ts';
import { readPublishAt } from './read-publish-at.ts';
import { presentDraft, requireDraft } from './require-draft.ts';

/**
 * Changes what is named of a draft; `publishAt` schedules it, and null calls that off. One that waits goes on waiting, and
 * is published if nothing keeps it back any more.
 */
export const updateDraft = route(
  {
    method: 'patch',
    path: '/drafts/{id}',
    tags: ['drafts'],
    summary: 'Change a draft',
    request: { params: idParamSchema, body: jsonBody(updateDraftSchema) },
    responses: answer(200, draftSchema, 'The draft.'),
    errors: ['not-found', 'media-failed', 'conflict'],
  },
  async (c) => {
    const { services, now } = c.var;
    const draft = await requireDraft(c, c.req.valid('param').id);
    const edit = await readEdit(c, draft, c.req.valid('json'));
    try {
      await editDraft(services.shards, draft, edit, now);
    } catch (error) {
      if (!isAttachRefused(error)) throw error;
      throw new AppError('conflict', { detail: 'The draft was changed meanwhile, or a medium is in another post.' });
    }
    const text = await presentDraft(c, draft.id);
    if (edit.state === 'waiting') await publishKept(services, draft.id, now);
    return jsonText(c, text);
  },
);

async function readEdit(
  c: Pick<AppContext, 'get' | 'var'>,
  draft: PostRow,
  { caption, people, publishAt, ...change }: UpdateDraft,
): Promise<DraftEdit> {
  const { services, now } = c.var;
  const viewer = requireViewer(c);
  const mediaIds = change.mediaIds ?? draft.mediaIds;
  const added = mediaIds.filter((id) => !draft.mediaIds.includes(id));
  await requireFreeMedia(services.shards, viewer.id, added);
  const edit: DraftEdit = { ...change, ...readTiming(draft, publishAt, mediaIds.length, now) };
  if (caption !== undefined) {
    const { text, hashtags, mentions } = await describeText(services, viewer, caption);
    Object.assign(edit, { caption: text, hashtags, mentions });
  }
  const tags = people ?? draft.people.filter(({ mediaId }) => mediaIds.includes(mediaId));
  if (people || change.mediaIds) {
    const known = new Set(draft.people.map(({ userId }) => userId));
    edit.people = await resolveTags(services, viewer, tags, { mediaIds, known, carried: people === undefined });
  }
  return edit;
}

/** What becomes of the draft's time: kept unless another is given. */
function readTiming(
  draft: PostRow,
  publishAt: string | null | undefined,
  mediaCount: number,
  now: number,
): Pick<DraftEdit, 'state' | 'publishAt'> {
  if (draft.state === 'waiting' && publishAt === undefined) {
    if (mediaCount === 0)
      throw invalidField('mediaIds', 'needs at least one medium while the post waits to be published');
    return { state: 'waiting', publishAt: now };
  }
  // A time that is over stays: the next minute publishes it.
  const isOver = draft.publishAt !== null && draft.publishAt <= now;
  if (publishAt === undefined && isOver && mediaCount > 0) return { state: 'scheduled', publishAt: draft.publishAt };
  const kept = draft.publishAt === null ? null : new Date(draft.publishAt).toISOString();
  const due = readPublishAt(publishAt === undefined ? kept : publishAt, mediaCount, now);
  return { state: draftState(due), publishAt: due };
}
