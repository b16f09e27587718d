import { loadPeople, type PersonRow } from '../../shared/db/people/load-people.ts';
import type { ShardRouter } from '../../shared/db/shard-router.ts';
import { weakEtag } from '../../shared/domain/caching/weak-etag.ts';
import { presentAuthor } from '../people/present-people.ts';

/** The person beside a post, with the JSON that every answer repeats and its tag. */
export type AuthorCard = { person: PersonRow; json: string; tag: string };

/** Cards of the active people among `ids`. */
export async function loadAuthorCards(shards: ShardRouter, ids: readonly string[]): Promise<Map<string, AuthorCard>> {
  const people = await loadPeople(shards, ids);
  return new Map([...people].map(([id, person]) => [id, describeAuthorCard(person)]));
}

/** The card of a person at hand. */
export function describeAuthorCard(person: PersonRow): AuthorCard {
  const json = JSON.stringify(presentAuthor(person));
  return { person, json, tag: weakEtag(json) };
}
