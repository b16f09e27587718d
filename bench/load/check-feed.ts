import { z } from 'zod';
import type { Target } from '../target.ts';
import { Asker } from './asker.ts';
import { feedRequest } from './requests.ts';

const PAGE = 20;
const PEOPLE_CHECKED = 20;

/** What makes a post a full card, whatever else the API adds in time. */
const pageSchema = z.object({
  posts: z.array(
    z.object({
      id: z.string(),
      author: z.object({ id: z.string(), username: z.string().min(1), fullName: z.string() }),
      caption: z.string().min(1),
      hashtags: z.array(z.string()).min(1),
      media: z
        .array(z.object({ blurhash: z.string(), urls: z.object({ thumb: z.string(), feed: z.string() }) }))
        .min(1),
      counts: z.object({ likes: z.number(), comments: z.number(), shares: z.number() }),
      viewer: z.object({ liked: z.boolean(), saved: z.boolean() }),
      createdAt: z.iso.datetime(),
      reason: z.string(),
    }),
  ),
  nextCursor: z.string(),
});

/** Refuses to measure a feed that is not real: each page checked holds 20 full posts of people whom the reader follows or the reader's own. */
export async function checkFeed(target: Target, query: string): Promise<void> {
  const { network } = target;
  const asker = new Asker(target.port);
  try {
    for (let nth = 0; nth < PEOPLE_CHECKED; nth++) {
      const person = Math.floor((nth * network.active) / PEOPLE_CHECKED);
      const { status, text } = await asker.ask(feedRequest(target, person, query));
      if (status !== 200) throw new Error(`${target.name} answered ${status} to a feed request: ${text.slice(0, 500)}`);
      const page = pageSchema.parse(JSON.parse(text));
      if (page.posts.length !== PAGE) throw new Error(`${target.name} gave a page of ${page.posts.length} posts`);
      const followed = new Set(
        Array.from([person, ...(network.followees[person] ?? [])], (index) => network.people[index]?.id),
      );
      for (const group of Object.values(network.known)) {
        for (const { author, followers } of group)
          if (followers.includes(person)) followed.add(network.people[author]?.id);
      }
      const stranger = page.posts.find((post) => !followed.has(post.author.id));
      if (stranger)
        throw new Error(`${target.name} showed a post of ${stranger.author.id}, whom the reader does not follow`);
    }
  } finally {
    asker.close();
  }
}
