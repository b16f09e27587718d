import type { PostFacts, PostKind } from './post-facts.ts';

/** What a person's newest likes, saves and own posts are made of. */
export type Taste = {
  posts: number;
  kinds: Record<PostKind, number>;
  tags: ReadonlyMap<string, number>;
  places: ReadonlyMap<number, number>;
};

type Content = Pick<PostFacts, 'kind' | 'tags' | 'place'>;

const KIND_SHARE = 0.6;
const TAG_SHARE = 0.25;
const PLACE_SHARE = 0.15;
/** Until that many posts are known, a kind counts as half liked. */
const KIND_PRIOR = 4;
/** The posts with a tag or at a place that make it half relevant. */
const TOPIC_MIDPOINT = 2;

/** The taste that posts show. */
export function tasteOf(posts: Iterable<Content>): Taste {
  const kinds = { photo: 0, video: 0, carousel: 0 };
  const tags = new Map<string, number>();
  const places = new Map<number, number>();
  let count = 0;
  for (const { kind, tags: tagged, place } of posts) {
    count += 1;
    kinds[kind] += 1;
    for (const tag of tagged) tags.set(tag, (tags.get(tag) ?? 0) + 1);
    if (place > 0) places.set(place, (places.get(place) ?? 0) + 1);
  }
  return { posts: count, kinds, tags, places };
}

/**
 * How well a post fits a taste, in [0, 1]: 60 % its content type's share of what the person liked, 25 % its most liked
 * hashtag, 15 % its place. Without a history every type counts as half.
 */
export function matchContent({ kind, tags, place }: Content, taste: Taste): number {
  const kindMatch = (taste.kinds[kind] + KIND_PRIOR / 2) / (taste.posts + KIND_PRIOR);
  let tagged = 0;
  for (const tag of tags) tagged = Math.max(tagged, taste.tags.get(tag) ?? 0);
  const placed = place > 0 ? (taste.places.get(place) ?? 0) : 0;
  return KIND_SHARE * kindMatch + TAG_SHARE * relevanceOf(tagged) + PLACE_SHARE * relevanceOf(placed);
}

function relevanceOf(posts: number): number {
  return posts / (posts + TOPIC_MIDPOINT);
}
