import type { OpenAPIHono } from '@hono/zod-openapi';
import { Scalar } from '@scalar/hono-api-reference';
import type { AppEnv } from '../../http/app-env.ts';

/** `/openapi.json`, generated from the routes, and `/docs`, which shows it. */
export function registerDocs(app: OpenAPIHono<AppEnv>): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
  });
  app.doc31('/openapi.json', (c) => ({
    openapi: '3.1.0',
    info: {
      title: 'Rimlight',
      version: '1.0.0',
      description: 'Photo and video sharing. Errors are RFC 9457 problem details; lists page by an opaque cursor.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: new URL(c.req.url).origin }],
  }));
  app.get('/docs', Scalar({ url: '/openapi.json', pageTitle: 'Rimlight API' }));
}
