import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '../../http/app-env.ts';
import { authenticate } from '../../http/authenticate.ts';
import { limitAction } from '../../http/limit-action.ts';
import type { ApiDocument } from './api-document.ts';
import { renderDocsPage } from './render-docs-page.ts';

/** For 405 answers; both are registered below. */
export const DOCS_ROUTES = [
  { method: 'get', path: '/openapi.json' },
  { method: 'get', path: '/docs' },
];

/** The page has no script and loads nothing: it works offline and nothing in it can run. */
const DOCS_CSP =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const CACHE = 'public, max-age=300';

const INFO = {
  title: 'Rimlight API',
  version: '1.0.0',
  description: 'Photo and video sharing. Errors are RFC 9457 problem details; lists page by an opaque cursor.',
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
};

/** `/openapi.json`, generated from the routes, and `/docs`, which shows it. */
export function registerDocs(app: OpenAPIHono<AppEnv>): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The access token of a log-in, good for an hour.',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'operator', {
    type: 'http',
    scheme: 'bearer',
    description: 'The operator key of the deployment.',
  });
  const describe = (origin: string) =>
    app.getOpenAPI31Document({ openapi: '3.1.0', info: INFO, servers: [{ url: origin }] });

  const open = [authenticate('public'), limitAction('read')] as const;
  app.get('/openapi.json', ...open, (c) =>
    c.json(describe(new URL(c.req.url).origin), 200, { 'Cache-Control': CACHE }),
  );
  app.get('/docs', ...open, (c) => {
    const { origin } = new URL(c.req.url);
    const page = renderDocsPage(describe(origin) as unknown as ApiDocument, origin);
    return c.html(page, 200, { 'Cache-Control': CACHE, 'Content-Security-Policy': DOCS_CSP });
  });
}
