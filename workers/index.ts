import { answerRepeat } from './api/feed/repeat-feed.ts';
import { likeAlong } from './api/likes/like-along.ts';
import { app } from './app.ts';
import { runCron } from './cron/index.ts';
import { paceCollection } from './http/pace-collection.ts';
import { consumeFanout } from './queues/fanout.ts';
import type { FanoutMessage } from './queues/fanout-message.ts';
import { consumeMedia } from './queues/media.ts';
import type { MediaMessage } from './queues/media-message.ts';
import { findServices, servicesFor, type WorkerEnv } from './services.ts';

export { CellDirectory } from '../durable-objects/cell-directory/cell-directory.ts';
export { Conversation } from '../durable-objects/conversation/conversation.ts';
export { Inbox } from '../durable-objects/inbox/inbox.ts';
export { PostCounter } from '../durable-objects/post-counter/post-counter.ts';
export { Publisher } from '../durable-objects/publisher/publisher.ts';
export { RateLimiter } from '../durable-objects/rate-limiter/rate-limiter.ts';
export { TimelineCell } from '../durable-objects/timeline-cell/timeline-cell.ts';

export default {
  fetch(request, env, context) {
    paceCollection();
    const services = findServices(env);
    const route = () => app.fetch(request, env, context);
    const early = services && (answerRepeat(request, services, context, route) ?? likeAlong(request, services, route));
    return early ?? route();
  },

  async queue(batch, env) {
    const services = servicesFor(env);
    if (batch.queue.startsWith('rimlight-fanout')) await consumeFanout(services, batch as MessageBatch<FanoutMessage>);
    else if (batch.queue.startsWith('rimlight-media'))
      await consumeMedia(services, batch as MessageBatch<MediaMessage>);
    else throw new Error(`no consumer for the queue ${batch.queue}`);
  },

  async scheduled(event, env) {
    await runCron(servicesFor(env), event.scheduledTime);
  },
} satisfies ExportedHandler<WorkerEnv, FanoutMessage | MediaMessage>;
