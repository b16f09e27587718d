import type { KnownAuthor } from '../graph/network.ts';
import type { Target } from '../target.ts';
import { Asker } from './asker.ts';
import { feedRequest, publishRequest } from './requests.ts';
import { takeMedia } from './spare-media.ts';

const GIVE_UP_AFTER_MS = 120_000;

/** Publishes one more post by each author and waits until a follower's feed shows it: what was published before is then delivered too. */
export async function waitUntilDelivered(target: Target, authors: KnownAuthor[]): Promise<void> {
  const asker = new Asker(target.port);
  try {
    const marks: { reader: number; post: string }[] = [];
    for (const { author, followers } of authors) {
      const media = takeMedia(target, author);
      const post = postIdOf(await asker.ask(publishRequest(target, author, media)));
      marks.push({ reader: followers.at(-1) ?? 0, post });
    }
    const giveUpAt = performance.now() + GIVE_UP_AFTER_MS;
    for (const { reader, post } of marks) {
      while (!(await asker.ask(feedRequest(target, reader, 'mode=latest&limit=100'))).text.includes(post)) {
        if (performance.now() > giveUpAt) throw new Error(`${target.name} has not delivered post ${post}`);
      }
    }
  } finally {
    asker.close();
  }
}

/** The id of the post that an answer to publishing describes. */
export function postIdOf(answer: { status: number; text: string }): string {
  const created = answer.status === 201 ? (JSON.parse(answer.text) as { id: string }) : undefined;
  if (!created) throw new Error(`publishing was answered ${answer.status}: ${answer.text.slice(0, 500)}`);
  return created.id;
}
