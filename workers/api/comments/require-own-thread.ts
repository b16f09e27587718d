import { AppError } from '../../../shared/errors/index.ts';
import type { AppContext } from '../../http/app-env.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { requireVisibleComment } from './require-commented-post.ts';

/** A comment below a post of the viewer's own; 403 below anybody else's. */
export async function requireOwnThread(c: Pick<AppContext, 'get' | 'var'>, commentId: string) {
  const found = await requireVisibleComment(c, commentId);
  if (found.post.authorId !== requireViewer(c).id) {
    throw new AppError('forbidden', { detail: 'Only the author of the post may do this.' });
  }
  return found;
}
