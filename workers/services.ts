import type { CellDirectory } from '../durable-objects/cell-directory/cell-directory.ts';
import type { Conversation } from '../durable-objects/conversation/conversation.ts';
import type { Inbox } from '../durable-objects/inbox/inbox.ts';
import type { PostCounter } from '../durable-objects/post-counter/post-counter.ts';
import type { Publisher } from '../durable-objects/publisher/publisher.ts';
import type { RateLimiter } from '../durable-objects/rate-limiter/rate-limiter.ts';
import type { TimelineCell } from '../durable-objects/timeline-cell/timeline-cell.ts';
import { type Config, parseConfig } from '../shared/config/index.ts';
import { ShardRouter } from '../shared/db/shard-router.ts';
import { createLayers, type Layers } from '../shared/domain/caching/layer-counts.ts';
import type { SlotSource } from '../shared/domain/ranking/slots.ts';
import { createIdGenerator, type IdGenerator } from '../shared/ids/index.ts';
import { FeedRepeats } from './api/feed/feed-repeats.ts';
import { type CardCaches, createCardCaches } from './cards/card-caches.ts';
import { createClassifier, type ImageModel, type PictureClassifier } from './moderation/picture-classifier.ts';
import type { FanoutMessage } from './queues/fanout-message.ts';
import type { MediaMessage } from './queues/media-message.ts';
import { Stubs } from './stubs.ts';

/** Everything that routes, consumers and jobs may reach. D1 is here only as the router, objects only as stubs. */
export type Services = {
  config: Config;
  shards: ShardRouter;
  ids: IdGenerator;
  stubs: Stubs;
  media: R2Bucket;
  images: ImagesBinding;
  /** Films of deployments that keep them on Cloudflare Stream. */
  stream: StreamBinding;
  /** Reaches what no binding does. */
  fetcher: typeof fetch;
  /** The files of the web app. */
  assets: Fetcher;
  caches: CardCaches;
  layers: Layers;
  feedRepeats: FeedRepeats;
  /** Where recommended and sponsored posts of the feed come from; the earlier one wins a shared place. */
  slotSources: SlotSource[];
  fanoutQueue: Queue<FanoutMessage>;
  mediaQueue: Queue<MediaMessage>;
  /** Judges photos: Workers AI where an `AI` binding is configured. */
  classifier: PictureClassifier;
};

export type WorkerEnv = Omit<
  Env,
  'TIMELINE_CELL' | 'CELL_DIRECTORY' | 'RATE_LIMITER' | 'POST_COUNTER' | 'INBOX' | 'CONVERSATION' | 'PUBLISHER'
> & {
  TIMELINE_CELL: DurableObjectNamespace<TimelineCell>;
  CELL_DIRECTORY: DurableObjectNamespace<CellDirectory>;
  RATE_LIMITER: DurableObjectNamespace<RateLimiter>;
  POST_COUNTER: DurableObjectNamespace<PostCounter>;
  INBOX: DurableObjectNamespace<Inbox>;
  CONVERSATION: DurableObjectNamespace<Conversation>;
  PUBLISHER: DurableObjectNamespace<Publisher>;
};

const perEnv = new WeakMap<object, Services>();

/** The services of this isolate, if something made them. */
export function findServices(env: WorkerEnv): Services | undefined {
  return perEnv.get(env);
}

/** The services of this isolate, made once: configuration is parsed, ranges are laid out, ids start at a random sequence. */
export function servicesFor(env: WorkerEnv): Services {
  let services = perEnv.get(env);
  if (!services) {
    const vars = { ...env } as Record<string, unknown>;
    const config = parseConfig(vars);
    const layers = createLayers();
    const shards = new ShardRouter(vars, config.SHARD_MAP);
    services = {
      config,
      shards,
      ids: createIdGenerator(),
      stubs: new Stubs(env),
      media: env.MEDIA,
      images: env.IMAGES,
      stream: env.STREAM,
      fetcher: (input, init) => fetch(input, init),
      assets: env.ASSETS,
      layers,
      feedRepeats: new FeedRepeats(),
      slotSources: [],
      caches: createCardCaches(shards, config.COLO_CACHE_SECONDS, layers),
      fanoutQueue: env.FANOUT_QUEUE,
      mediaQueue: env.MEDIA_QUEUE,
      classifier: createClassifier(vars.AI as ImageModel | undefined, config.SENSITIVE_WORDS),
    };
    perEnv.set(env, services);
  }
  return services;
}
