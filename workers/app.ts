import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { AppError } from '../shared/errors/index.ts';
import { registerDocs } from './api/docs/register-docs.ts';
import { API_ROUTES } from './api/index.ts';
import { PLAIN_ROUTES } from './api/plain-routes.ts';
import type { AppEnv } from './http/app-env.ts';
import { corsPolicy } from './http/cors-policy.ts';
import { logFailure } from './http/log-failure.ts';
import { prepareRequest } from './http/prepare-request.ts';
import { problem, toAppError } from './http/problem.ts';
import { refuseInvalid } from './http/refuse-invalid.ts';

/** JSON bodies; uploads go straight to R2, and multipart posts have a bound of their own. */
const MAX_JSON_BYTES = 256 * 1_024;

/** The HTTP surface: everything that is not a file of the web app. */
export const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

app.use(prepareRequest);
app.use('/api/*', corsPolicy);
app.use('/api/*', (c, next) => {
  if (c.req.header('content-type')?.startsWith('multipart/form-data')) return next();
  return bodyLimit({
    maxSize: MAX_JSON_BYTES,
    onError: () => {
      throw new AppError('too-large', { detail: `The body may have at most ${MAX_JSON_BYTES} bytes.` });
    },
  })(c, next);
});

const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
for (const route of API_ROUTES) route.register(api);
app.route('/api/v1', api);
for (const route of PLAIN_ROUTES) route.register(app);
registerDocs(app);

app.notFound((c) => problem(c, new AppError('not-found', { detail: `No route ${c.req.method} ${c.req.path}.` })));
app.onError((error, c) => {
  const failure = toAppError(error);
  if (failure.code === 'internal') logFailure(c, error);
  return problem(c, failure);
});
