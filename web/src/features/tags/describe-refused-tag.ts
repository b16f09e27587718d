import { ApiError } from '../../api/api-error.ts';
import { describeError } from '../../api/describe-error.ts';

const TAGGED = /^people\.(\d+)\.userId$/;

/** A failed request in words; of tags the API says only which of those sent it refuses, so their name is said here. */
export function describeRefusedTag(error: unknown, people: readonly { username: string }[]): string {
  const errors = error instanceof ApiError ? (error.problem.errors ?? []) : [];
  for (const { path, message } of errors) {
    const person = people[Number(TAGGED.exec(path)?.[1] ?? Number.NaN)];
    if (person) return `${person.username} ${message}. Take that tag off to go on.`;
  }
  return describeError(error);
}
