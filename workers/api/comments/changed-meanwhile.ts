import { AppError } from '../../../shared/errors/index.ts';

export function changedMeanwhile(): AppError {
  return new AppError('conflict', { detail: 'The comment was changed or deleted meanwhile.' });
}
