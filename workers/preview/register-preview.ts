import type { OpenAPIHono } from '@hono/zod-openapi';
import { AppError } from '../../shared/errors/index.ts';
import { isId } from '../../shared/ids/index.ts';
import { requireVisiblePost } from '../cards/require-visible-post.ts';
import type { AppContext, AppEnv } from '../http/app-env.ts';
import { authenticate } from '../http/authenticate.ts';
import { limitAction } from '../http/limit-action.ts';
import { describePreview } from './describe-preview.ts';
import { previewTags } from './preview-tags.ts';
import { openShell, writeHead } from './write-shell.ts';

/** For 405 answers. */
export const PREVIEW_ROUTES = [{ method: 'get', path: '/p/{id}' }];

/** What crawlers and shared links may keep. */
const CACHE = 'public, max-age=60';

/**
 * `/p/{id}`: the app's page, with what a link to a public post shows elsewhere. Whoever comes by a link sends no token,
 * so a post that is not public and one that is not there get the same 404 page; the app then shows it to who may see it.
 */
export function registerPreview(app: OpenAPIHono<AppEnv>): void {
  app.get('/p/:id', authenticate('public'), limitAction('read'), async (c) => {
    const [shell, preview] = await Promise.all([
      openShell(c.var.services.assets, c.req.url),
      findPreview(c, c.req.param('id')),
    ]);
    if (!preview) return writeHead(shell, 404, null);
    return writeHead(shell, 200, { ...previewTags(preview), canonical: preview.url }, { 'Cache-Control': CACHE });
  });
  // People type a slash at the end, and some programs add one. Other pages are files: the app sees to theirs.
  app.get('/p/:id/', (c) => {
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(pathname.slice(0, -1) + search, 301);
  });
}

async function findPreview(c: AppContext, id: string) {
  if (!isId(id)) return undefined;
  try {
    return describePreview(await requireVisiblePost(c, id), new URL(c.req.url).origin);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return undefined;
    throw error;
  }
}
