import { replayedSchema } from '../../../shared/contracts/index.ts';
import { replayFailed } from '../../../shared/db/media/review-media.ts';
import { answer, route } from '../../http/route.ts';

/** Messages that one `sendBatch` takes. */
const SEND_SIZE = 100;

/** Processes media again that failed on our side: what the dead-letter queue has given up. */
export const replayMedia = route(
  {
    method: 'post',
    path: '/admin/media/replay',
    tags: ['admin'],
    summary: 'Process failed media again',
    access: 'operator',
    responses: answer(200, replayedSchema, 'How many were sent again.'),
  },
  async (c) => {
    const { shards, mediaQueue } = c.var.services;
    const ids = await replayFailed(shards, c.var.now);
    for (let start = 0; start < ids.length; start += SEND_SIZE) {
      await mediaQueue.sendBatch(ids.slice(start, start + SEND_SIZE).map((mediaId) => ({ body: { mediaId } })));
    }
    return c.json({ replayed: ids.length }, 200);
  },
);
