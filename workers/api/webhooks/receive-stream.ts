import { z } from '@hono/zod-openapi';
import { idSchema } from '../../../shared/contracts/index.ts';
import { recordUpload } from '../../../shared/db/media/change-media-state.ts';
import { findMedia } from '../../../shared/db/media/load-media.ts';
import { takeDelivery } from '../../../shared/db/media/stream-videos.ts';
import { verifyWebhook } from '../../../shared/domain/media/verify-webhook.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { noContent, route } from '../../http/route.ts';

/** What we read of a delivery: which video it is about. What became of it is asked from Stream itself. */
const deliverySchema = z.object({ uid: z.string().min(1).max(64), meta: z.object({ name: idSchema }) });

/**
 * Stream says that a film is ready or failed. A delivery only rings: a forged one that got through could make us look,
 * and no more. One about a video that is not ours is acknowledged, for an account may hold others.
 */
export const receiveStream = route(
  {
    method: 'post',
    path: '/webhooks/stream',
    tags: ['webhooks'],
    summary: 'Take a delivery of Cloudflare Stream',
    description: 'Signed by `Webhook-Signature`; one that is older than five minutes, or was taken before, is refused.',
    access: 'public',
    errors: ['invalid-signature', 'conflict', 'too-large'],
    responses: noContent,
  },
  async (c) => {
    const { services, now } = c.var;
    const { shards, config, mediaQueue } = services;
    const body = await c.req.text();
    const signature = verifyWebhook(config.STREAM_WEBHOOK_SECRET, c.req.header('webhook-signature'), body, now);
    if (!signature) throw new AppError('invalid-signature');
    const delivery = deliverySchema.safeParse(parseJson(body));
    if (!delivery.success) return c.body(null, 204);
    const { uid, meta } = delivery.data;
    const row = await findMedia(shards, meta.name);
    if (row?.streamId !== uid) return c.body(null, 204);
    if (!(await takeDelivery(shards, row.id, signature, now))) {
      throw new AppError('conflict', { detail: 'This delivery was taken before.' });
    }
    if (row.state === 'pending') {
      await recordUpload(shards, row.id, { sourceEtag: `stream/${uid}`, size: row.declaredSize }, now);
    }
    await mediaQueue.send({ mediaId: row.id });
    return c.body(null, 204);
  },
);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
