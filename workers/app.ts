import { OpenAPIHono } from '@hono/zod-openapi';
import type { Next } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { MAX_POSTER_BYTES } from '../shared/contracts/index.ts';
import { AppError } from '../shared/errors/index.ts';
import { DOCS_ROUTES, registerDocs } from './api/docs/register-docs.ts';
import { API_ROUTES } from './api/index.ts';
import { PLAIN_ROUTES } from './api/plain-routes.ts';
import { allowedMethodsOf } from './http/allowed-methods.ts';
import type { AppContext, AppEnv } from './http/app-env.ts';
import { corsPolicy } from './http/cors-policy.ts';
import { logFailure } from './http/log-failure.ts';
import { mediaTypeOf } from './http/media-type.ts';
import { openServices } from './http/open-services.ts';
import { problem, toAppError } from './http/problem.ts';
import { refuseInvalid } from './http/refuse-invalid.ts';
import { isWrongMethod, refuseUnknown } from './http/refuse-unknown.ts';
import { stampAnswer } from './http/stamp-answer.ts';
import { wrapFailures } from './http/wrap-failures.ts';
import { PREVIEW_ROUTES, registerPreview } from './preview/register-preview.ts';

/** JSON bodies; the bytes of an upload go straight to R2. */
const MAX_JSON_BYTES = 256 * 1_024;
/** Multipart posts carry photos, which an isolate of 128 MB holds while it reads them. */
const MAX_MULTIPART_BYTES = 64 * 1_024 * 1_024;

const API_BASE = '/api/v1';

/** The HTTP surface: everything that is not a file of the web app. */
export const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

app.use(stampAnswer);
app.use(wrapFailures);
app.use(openServices);
app.use('/api/*', corsPolicy);
app.use('/api/*', (c, next) => limitBody(c, next, maxBody));
app.use('/webhooks/*', (c, next) => limitBody(c, next, () => MAX_JSON_BYTES));

const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
for (const route of API_ROUTES) route.register(api);
app.route(API_BASE, api);
for (const route of PLAIN_ROUTES) route.register(app);
registerDocs(app);
registerPreview(app);

const allowedMethods = allowedMethodsOf([
  ...API_ROUTES.map(({ method, path }) => ({ method, path: `${API_BASE}${path}` })),
  ...PLAIN_ROUTES,
  ...DOCS_ROUTES,
  ...PREVIEW_ROUTES,
]);
app.notFound((c) => refuseUnknown(c, allowedMethods(c.req.path)));
app.onError((error, c) => {
  const failure = toAppError(error);
  if (failure.code === 'internal') logFailure(c, error);
  if (failure.code === 'not-found') {
    const allowed = allowedMethods(c.req.path);
    if (isWrongMethod(c.req.method, allowed)) return refuseUnknown(c, allowed);
  }
  return problem(c, failure);
});

function limitBody(c: AppContext, next: Next, maxOf: (mediaType: string) => number) {
  if (c.req.method === 'GET' || c.req.header('content-length') === '0') return next();
  const maxSize = maxOf(mediaTypeOf(c));
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new AppError('too-large', { detail: `The body may have at most ${maxSize} bytes.` });
    },
  })(c, next);
}

function maxBody(mediaType: string): number {
  if (mediaType === 'multipart/form-data') return MAX_MULTIPART_BYTES;
  return mediaType.startsWith('image/') ? MAX_POSTER_BYTES : MAX_JSON_BYTES;
}
