import { createdMediaSchema, createMediaSchema } from '../../../shared/contracts/index.ts';
import { insertMedia } from '../../../shared/db/media/insert-media.ts';
import { judgeDeclaration } from '../../../shared/domain/media/judge-declaration.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, jsonBody, route } from '../../http/route.ts';
import { openMultipart, presentMultipart } from '../../media/multipart-upload.ts';
import { presignUpload } from '../../media/presign-upload.ts';
import { openStreamUpload } from '../../stream/open-stream-upload.ts';

/** Announces a photo or video and answers where its bytes go. */
export const createMedia = route(
  {
    method: 'post',
    path: '/media',
    tags: ['media'],
    summary: 'Ask for an upload',
    description:
      'Send the bytes to the URL of the answer with its method and headers, then complete the medium. With `multipart`, ' +
      'send each part to its own URL instead and report its `ETag`; `GET /media/{id}/upload` tells what is left to send.',
    errors: ['too-large', 'unsupported-type', 'unavailable'],
    request: { body: jsonBody(createMediaSchema) },
    responses: answer(201, createdMediaSchema, 'Where the bytes go.'),
  },
  async (c) => {
    const { config, shards, ids } = c.var.services;
    const { kind, contentType, size, altText = '', filter, multipart } = c.req.valid('json');
    const declaredType = judgeDeclaration(
      { kind, contentType, size },
      { maxPhotoBytes: config.MAX_PHOTO_BYTES, maxVideoBytes: config.MAX_VIDEO_BYTES },
    );
    const row = {
      ownerId: requireViewer(c).id,
      kind,
      declaredType,
      declaredSize: size,
      altText,
      filter: filter ? JSON.stringify(filter) : null,
    };
    const mediaId = await insertMedia(shards, ids, row, c.var.now);
    if (kind === 'video' && config.VIDEO_BACKEND === 'stream') {
      const film = { mediaId, ownerId: row.ownerId, size, resumable: multipart };
      return c.json({ mediaId, ...(await openStreamUpload(c.var.services, film, c.var.now)) }, 201);
    }
    const { origin } = new URL(c.req.url);
    const upload = await presignUpload(config, origin, { mediaId, contentType: declaredType, size }, c.var.now);
    if (!multipart) return c.json({ mediaId, upload }, 201);
    const uploadId = await openMultipart(c.var.services, mediaId, declaredType);
    const open = { id: mediaId, declaredSize: size, uploadId };
    return c.json({ mediaId, upload, multipart: await presentMultipart(c.var.services, origin, open, c.var.now) }, 201);
  },
);
