import { z } from 'zod';

const positive = z.coerce.number().positive();
const whole = z.coerce.number().int().positive();
const fraction = z.coerce.number().min(0).max(1);

/** The terms of a ranked post's score. */
export const RANKING_FEATURES = ['affinity', 'quality', 'recency', 'content', 'decay'] as const;
/** What brings a person nearer to an author: `view` in a feed, `open` a post, `profile` a visit, and acts. */
export const AFFINITY_ACTS = ['view', 'open', 'profile', 'like', 'save', 'comment', 'share'] as const;

/** "affinity:0.30,quality:0.25": a number of 0 or more for each of the names, none left out. */
function numbersOf<const Name extends string>(names: readonly Name[]) {
  return z.string().transform((text, context) => {
    const given = new Map(text.split(',').map((pair) => splitPair(pair)));
    const values = names.map((name) => [name, given.get(name) ?? Number.NaN] as const);
    if (given.size === names.length && values.every(([, value]) => value >= 0)) {
      return Object.fromEntries(values) as Record<Name, number>;
    }
    context.addIssue({ code: 'custom', message: `write a number for each of ${names.join(', ')}, as name:number` });
    return z.NEVER;
  });
}

function splitPair(pair: string): [string, number] {
  const [name = '', value = ''] = pair.split(':').map((part) => part.trim());
  return [name, value === '' ? Number.NaN : Number(value)];
}

/** "5/10": a slot before the post at place 5 (from 0), and every 10 posts after it. Empty: no slots. */
const slots = z
  .string()
  .regex(/^(\d+\/[1-9]\d*)?$/, 'write slots as first/every, for example 5/10, or leave them empty')
  .transform((text) => {
    if (text === '') return null;
    const [first = 0, every = 1] = text.split('/').map(Number);
    return { first, every };
  });
export type SlotPlaces = z.infer<typeof slots>;

/** The vars of `wrangler.toml` that shape the ranked feed. */
export const RANKING_VARS = {
  RANK_WEIGHTS: numbersOf(RANKING_FEATURES).refine(
    (weights) => Object.values(weights).some((weight) => weight > 0),
    'one weight is above 0',
  ),
  // A cursor names what was shown of the candidates in 4 characters each.
  RANK_CANDIDATES: whole.max(600),
  RANK_RECENCY_HOURS: positive,
  RANK_DECAY_HOURS: positive,
  RANK_AFFINITY_DAYS: positive,
  RANK_AFFINITY_POINTS: numbersOf(AFFINITY_ACTS),
  RANK_AFFINITY_MIDPOINT: positive,
  RANK_AFFINITY_AUTHORS: whole,
  RANK_QUALITY_CAP: positive,
  RANK_SEEN_FACTOR: fraction,
  RANK_SEEN_POSTS: whole,
  RANK_OWN_TOP_MINUTES: positive,
  RANK_FRESH_HOURS: positive,
  RANK_FRESH_EVERY: whole,
  RANK_REUSE_SECONDS: positive,
  RANK_FACTS_SECONDS: positive,
  FEED_RECOMMENDED_SLOTS: slots,
  FEED_SPONSORED_SLOTS: slots,
};
