import { AppError } from '../../../shared/errors/index.ts';

export function commentsOff(): AppError {
  return new AppError('comments-off', { detail: 'The author of this post has turned comments off.' });
}
