import { notFound } from '../../../shared/errors/index.ts';
import { markTarget } from '../../cards/mark-target.ts';
import { atHome } from '../../cells/at-home.ts';
import type { AppContext } from '../../http/app-env.ts';
import { requireViewer } from '../../http/require-viewer.ts';

/** Marks in the viewer's cell, which is the truth of saves. */
export async function setSave(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  postId: string,
  saved: boolean,
): Promise<{ saved: boolean }> {
  const { services, now } = c.var;
  const viewer = requireViewer(c);
  const target = await markTarget(c, postId, !saved);
  const result = await atHome(services, viewer, async (cell) => cell.save(target, saved, now));
  if (!result.ok) throw notFound('post');
  return result.value;
}
