import { AppError } from '../../shared/errors/index.ts';
import type { VisibleUser } from '../people/require-visible-user.ts';

/** Why somebody takes no more messages for now. */
export function requestPending({ person }: VisibleUser): AppError {
  return new AppError('forbidden', { detail: `${person.username} has not answered your request yet.` });
}
