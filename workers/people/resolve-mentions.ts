import { findUserByHandle } from '../../shared/db/accounts/find-user.ts';
import { parseMentions } from '../../shared/domain/posts/parse-caption.ts';
import type { Services } from '../services.ts';

/** The people whom a text mentions, with their names as they write them; names that nobody has, or had who is gone, are left out. */
export async function resolveMentions(
  { shards }: Services,
  text: string,
): Promise<{ userId: string; username: string }[]> {
  const names = parseMentions(text);
  const people = await Promise.all(names.map((value) => findUserByHandle(shards, { kind: 'username', value })));
  return people.flatMap((person) =>
    person?.status === 'active' ? [{ userId: person.id, username: person.username }] : [],
  );
}
