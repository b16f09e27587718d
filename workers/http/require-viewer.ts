import { AppError } from '../../shared/errors/index.ts';
import type { AppContext, Viewer } from './app-env.ts';

/** The viewer of a member route. */
export function requireViewer(c: Pick<AppContext, 'get'>): Viewer {
  const viewer = c.get('viewer');
  if (!viewer) throw new AppError('unauthenticated');
  return viewer;
}
