import { Asker } from '../load/asker.ts';
import { fanLikeRequest } from '../load/requests.ts';
import { sendAll } from '../load/send-all.ts';
import type { Scenario } from './scenario.ts';

/** A post that nothing else likes. */
const POST = 12_000;
/** As many people at once: a post that goes viral has no queue in front of it. */
const CONNECTIONS = 128;
const COUNT_SETTLES_WITHIN_MS = 120_000;
const ASK_EVERY_MS = 250;

/** A million people like one post, each for the first time and in no order of their cells; then the count must be exact. */
export const likesMillion: Scenario = {
  name: 'likes-million',
  title: 'a million likes on one post (--fans for fewer), durable',
  unit: 's',
  better: 'lower',
  targets: ['reference', 'rimlight'],
  part: 'likes',
  onRequest: true,
  measure: async (target) => {
    const { fans, posts } = target.network;
    const post = posts[POST]?.id ?? '';
    const requests = function* (): Generator<Buffer> {
      for (let fan = 0; fan < fans; fan++) yield fanLikeRequest(target, fan, post);
    };
    const took = await sendAll({ port: target.port, requests: requests(), connections: CONNECTIONS });
    const asker = new Asker(target.port);
    const giveUpAt = performance.now() + COUNT_SETTLES_WITHIN_MS;
    try {
      for (;;) {
        // A like that is there already changes nothing, and answers the count.
        const answer = await asker.ask(fanLikeRequest(target, 0, post));
        const { likes } = JSON.parse(answer.text) as { likes: number };
        if (likes === fans) return { value: took / 1_000, p50: null, p99: null };
        if (performance.now() > giveUpAt) throw new Error(`${target.name} counts ${likes} likes of ${fans}`);
        await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
      }
    } finally {
      asker.close();
    }
  },
};
