import type { PostDraft } from '../../../durable-objects/publisher/post-draft.ts';
import { NO_COUNTS } from '../../../shared/db/posts/load-posts.ts';
import type { PublishedPost } from '../../../shared/db/posts/publish-posts.ts';
import { makeAuthorCard } from '../../cards/author-card.ts';
import type { Hydrated } from '../../cards/hydrate-posts.ts';
import { makeCard } from '../../cards/post-card.ts';
import type { AppContext } from '../../http/app-env.ts';
import { type ActionLimit, applyVerdict } from '../../http/limit-action.ts';
import type { Services } from '../../services.ts';

/**
 * Publishes by one call to the publisher of the author's database, which counts the attempt if it is not counted yet, and
 * answers the post as everybody will see it. Undefined when it cannot be published at once.
 */
export async function publishAtOnce(
  c: Pick<AppContext, 'get' | 'var' | 'header'>,
  draft: PostDraft,
  limit: ActionLimit | undefined,
): Promise<Hydrated | undefined> {
  const { services } = c.var;
  const answer = await services.stubs.publisherOf(draft.authorId, services.config.PUBLISHERS).publish(draft, limit);
  if (limit && answer.attempt) applyVerdict(c, limit.rule, answer.attempt);
  return answer.is === 'written' ? keepPublished(services, draft, answer.post) : undefined;
}

/** The new post, held in this isolate's memory: neither its author nor its first readers ask D1 for it. */
function keepPublished({ caches }: Services, draft: PostDraft, { id, media, author }: PublishedPost): Hydrated {
  const { location, now } = draft;
  const card = makeCard(
    {
      ...draft,
      id,
      entryId: id,
      state: 'published',
      latitude: location?.lat ?? null,
      longitude: location?.lon ?? null,
      locationName: location?.name ?? null,
      publishAt: null,
      revision: 0,
      createdAt: now,
      editedAt: null,
      mediaIds: [...draft.mediaIds],
      ...sortDetails(draft),
    },
    media,
  );
  const post = { card, author: makeAuthorCard(author), counts: NO_COUNTS };
  caches.posts.offer(id, card, now);
  caches.authors.offer(author.id, post.author, now);
  caches.counts.offer(id, post.counts, now);
  return post;
}

/** In the order of their keys, as a read of the post answers them. */
function sortDetails({ hashtags, mentions, people }: PostDraft) {
  const byCodePoints = (one: string, other: string) => (toPoints(one) < toPoints(other) ? -1 : 1);
  return {
    hashtags: hashtags.toSorted(byCodePoints),
    mentions: mentions.toSorted((one, other) => byCodePoints(one.userId, other.userId)),
    people: people.toSorted((one, other) => byCodePoints(one.userId + one.mediaId, other.userId + other.mediaId)),
  };
}

/** SQLite compares bytes of UTF-8, whose order is that of code points; strings compare by UTF-16. */
function toPoints(text: string): string {
  return Array.from(text, (character) => (character.codePointAt(0) ?? 0).toString(16).padStart(6, '0')).join('');
}
