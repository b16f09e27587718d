import type { AffinityAct } from '../../shared/domain/ranking/ranking-model.ts';
import type { AppContext } from '../http/app-env.ts';
import { atHome } from './at-home.ts';

/**
 * Tells the viewer's cell, behind the answer, that they did something that brings them nearer to an author. Losing it
 * costs a point of affinity, so a failure is nobody's problem.
 */
export function observeAuthor(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  authorId: string,
  act: AffinityAct,
): void {
  const { services, viewer, now } = c.var;
  if (!viewer || viewer.id === authorId) return;
  const told = atHome(services, viewer, async (cell) => cell.observe(viewer.id, { authorId, act }, now));
  c.executionCtx.waitUntil(told.catch(() => undefined));
}
