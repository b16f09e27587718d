import { findUserByHandle } from '../../shared/db/accounts/find-user.ts';
import { parseMentions } from '../../shared/domain/posts/parse-caption.ts';
import type { Viewer } from '../http/app-env.ts';
import type { Services } from '../services.ts';
import { findParted } from './find-parted.ts';

/**
 * The people whom a text mentions, with their names as they write them. Names that nobody has, or had who is gone, are left
 * out, and so are people whom a block parts from the writer: nobody learns who has the name.
 */
export async function resolveMentions(
  services: Services,
  writer: Viewer,
  text: string,
): Promise<{ userId: string; username: string }[]> {
  const names = parseMentions(text);
  const people = await Promise.all(
    names.map((value) => findUserByHandle(services.shards, { kind: 'username', value })),
  );
  const active = people.flatMap((person) => (person?.status === 'active' ? [person] : []));
  const parted = await findParted(
    services,
    writer,
    active.map(({ id }) => id),
  );
  return active.flatMap(({ id, username }) => (parted.has(id) ? [] : [{ userId: id, username }]));
}
