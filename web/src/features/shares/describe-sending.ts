import type { Author, ShareAnswer } from '../../../../shared/contracts/index.ts';
import { ApiError } from '../../api/api-error.ts';
import { describeError } from '../../api/describe-error.ts';
import { countOf } from '../../format/count.ts';

/** "mira", "mira and jon", "mira and 3 others". */
export function namesOf(people: readonly Author[]): string {
  const [first, second] = people;
  if (!first) return 'nobody';
  if (!second) return first.username;
  if (people.length === 2) return `${first.username} and ${second.username}`;
  return `${first.username} and ${countOf(people.length - 1, 'other')}`;
}

/** Those of the people whom the answer names no message to. */
export function missedBy(people: readonly Author[], { messages = [] }: ShareAnswer): Author[] {
  const reached = new Set(messages.flatMap(({ conversationId }) => conversationId.split('-')));
  return people.filter(({ id }) => !reached.has(id));
}

/** Why a post was not sent, with the name of whoever cannot be written to. */
export function describeRefusal(error: unknown, people: readonly Author[]): string {
  const paths = error instanceof ApiError ? (error.problem.errors ?? []).map(({ path }) => path) : [];
  const refused = people.filter((_, index) => paths.includes(`toUserIds.${index}`));
  if (refused.length === 0) return describeError(error);
  return `You cannot write to ${namesOf(refused)}, so nothing was sent. Take them out and send it again.`;
}
