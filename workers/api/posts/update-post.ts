import { idParamSchema, postSchema, type UpdatePost, updatePostSchema } from '../../../shared/contracts/index.ts';
import { isAttachRefused } from '../../../shared/db/media/attach-media.ts';
import { loadMedia } from '../../../shared/db/media/load-media.ts';
import { requireFreeMedia } from '../../../shared/db/media/require-free-media.ts';
import { editPost, type PostEdit } from '../../../shared/db/posts/change-post.ts';
import type { PostRow } from '../../../shared/db/posts/load-posts.ts';
import { listRefusers } from '../../../shared/db/posts/person-tags.ts';
import { AppError, invalidField } from '../../../shared/errors/index.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import { presentPost } from '../../cards/present-post.ts';
import { readMarks } from '../../cards/read-marks.ts';
import { requireVisiblePost } from '../../cards/require-visible-post.ts';
import type { AppContext } from '../../http/app-env.ts';
import { jsonText } from '../../http/json-text.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, jsonBody, route } from '../../http/route.ts';
import { describeText } from '../../people/describe-text.ts';
import { resolveTags } from '../../people/resolve-tags.ts';
import { announceEntry, entryOf } from './announce-entry.ts';
import { dropUnchanged } from './drop-unchanged.ts';
import { requireOwnPost } from './require-own-post.ts';

/** Edits words, place, tags, media or switches. What was shown until now is in the history; the new revision travels to every cell. */
export const updatePost = route(
  {
    method: 'patch',
    path: '/posts/{id}',
    tags: ['posts'],
    summary: 'Edit your post',
    limit: 'edit',
    request: { params: idParamSchema, body: jsonBody(updatePostSchema) },
    responses: answer(200, postSchema, 'The post.'),
    errors: ['not-found', 'forbidden', 'conflict', 'media-not-ready', 'media-failed'],
  },
  async (c) => {
    const { services, viewer, now } = c.var;
    const { id } = c.req.valid('param');
    const own = await requireOwnPost(c, id);
    if (own.state !== 'published')
      throw new AppError('conflict', { detail: `The post is not published (${own.state}).` });
    const edit = await readEdit(c, own, c.req.valid('json'));
    if (edit) await writeEdit(c, own, edit);
    const post = await requireVisiblePost(c, id);
    const marksOf = await readMarks(services, viewer, [id]);
    return jsonText(c, presentPost(services, viewer, now, post, marksOf(id)));
  },
);

async function writeEdit(c: Pick<AppContext, 'get' | 'var'>, own: PostRow, edit: PostEdit): Promise<void> {
  const { services, now } = c.var;
  const outboxId = services.ids.next(shardOfId(own.id), now);
  try {
    await editPost(services.shards, own, edit, outboxId, now);
  } catch (error) {
    if (!isAttachRefused(error)) throw error;
    throw new AppError('conflict', {
      detail: 'The post was changed or archived meanwhile, or a medium is in another post.',
    });
  }
  services.caches.likeTargets.forget(own.id);
  await announceEntry(c, outboxId, entryOf(own, { state: own.state }));
}

/** What the edit changes, with its text parsed and its tags allowed; undefined when that is nothing. */
async function readEdit(
  c: Pick<AppContext, 'get' | 'var'>,
  own: PostRow,
  { people: tags, ...change }: UpdatePost,
): Promise<PostEdit | undefined> {
  const { services } = c.var;
  const { mediaIds = own.mediaIds } = change;
  if (change.mediaIds) await requireReady(c, own, change.mediaIds);
  const foreign = Object.keys(change.altTexts ?? {}).find((mediaId) => !mediaIds.includes(mediaId));
  if (foreign) throw invalidField(`altTexts.${foreign}`, 'is not a medium of this post');
  const edit: PostEdit = { ...change };
  if (change.caption !== undefined) {
    const { text, hashtags, mentions } = await describeText(services, requireViewer(c), change.caption);
    Object.assign(edit, { caption: text, hashtags, mentions });
  }
  const people = tags ?? (change.mediaIds && own.people.filter(({ mediaId }) => mediaIds.includes(mediaId)));
  if (people) {
    const known = new Set(own.people.map(({ userId }) => userId));
    const refused = await listRefusers(services.shards, own.id);
    edit.people = await resolveTags(services, requireViewer(c), people, {
      mediaIds,
      known,
      refused,
      carried: tags === undefined,
    });
  }
  const described = await loadMedia(services.shards, Object.keys(change.altTexts ?? {}));
  return dropUnchanged(own, new Map([...described].map(([mediaId, { altText }]) => [mediaId, altText])), edit);
}

/** A published post shows nothing that is still on its way. */
async function requireReady(
  c: Pick<AppContext, 'get' | 'var'>,
  own: PostRow,
  mediaIds: readonly string[],
): Promise<void> {
  const added = mediaIds.filter((id) => !own.mediaIds.includes(id));
  const rows = await requireFreeMedia(c.var.services.shards, requireViewer(c).id, added);
  const unready = rows.find(({ state }) => state !== 'ready');
  if (!unready) return;
  const path = `mediaIds.${mediaIds.indexOf(unready.id)}`;
  const message = `is not ready yet (${unready.state})`;
  throw new AppError('media-not-ready', { detail: `${path}: ${message}`, errors: [{ path, message }] });
}
