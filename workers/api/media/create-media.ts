import { createdMediaSchema, createMediaSchema } from '../../../shared/contracts/index.ts';
import { insertMedia } from '../../../shared/db/media/insert-media.ts';
import { judgeDeclaration } from '../../../shared/domain/media/judge-declaration.ts';
import { originalKey } from '../../../shared/domain/media/media-keys.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, jsonBody, route } from '../../http/route.ts';
import { presignUpload } from '../../media/presign-upload.ts';

/** Announces a photo or video and answers where its bytes go. */
export const createMedia = route(
  {
    method: 'post',
    path: '/media',
    tags: ['media'],
    summary: 'Ask for an upload',
    description: 'Send the bytes to the URL of the answer with its method and headers, then complete the medium.',
    errors: ['too-large', 'unsupported-type'],
    request: { body: jsonBody(createMediaSchema) },
    responses: answer(201, createdMediaSchema, 'Where the bytes go.'),
  },
  async (c) => {
    const { config, shards, ids } = c.var.services;
    const { kind, contentType, size, altText = '', filter = null } = c.req.valid('json');
    const declaredType = judgeDeclaration(
      { kind, contentType, size },
      { maxPhotoBytes: config.MAX_PHOTO_BYTES, maxVideoBytes: config.MAX_VIDEO_BYTES },
    );
    const row = { ownerId: requireViewer(c).id, kind, declaredType, declaredSize: size, altText, filter };
    const mediaId = await insertMedia(shards, ids, row, c.var.now);
    const target = { key: originalKey(mediaId), contentType: declaredType, size };
    const upload = await presignUpload(config, new URL(c.req.url).origin, target, c.var.now);
    return c.json({ mediaId, upload }, 201);
  },
);
