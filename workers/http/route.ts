import { createRoute, type OpenAPIHono, type RouteConfig, type RouteHandler, type z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { problemSchema } from '../../shared/contracts/index.ts';
import { ERROR_CODES, type ErrorCode } from '../../shared/errors/index.ts';
import { answerOnce } from './answer-once.ts';
import type { AppEnv } from './app-env.ts';
import { authenticate } from './authenticate.ts';
import { authenticateOperator } from './authenticate-operator.ts';
import { cacheAtEdge } from './cache-at-edge.ts';
import { type LimitedAction, limitAction } from './limit-action.ts';
import { requireJsonBody } from './require-json-body.ts';

/**
 * `member`: a valid token, the default. `optional`: a token is used when there is one. `public`: no token is read.
 * `operator`: the deployment's operator key.
 */
export type Access = 'member' | 'optional' | 'public' | 'operator';

type RouteOptions = RouteConfig & {
  access?: Access;
  /** Counts against this limit of the viewer (members) or of the address (everybody else). */
  limit?: LimitedAction;
  /** The handler counts it itself, together with what it does. */
  limitInHandler?: boolean;
  /** Anonymous answers may come from the data centre's cache, seconds old. */
  edgeCached?: boolean;
  /** Expected failures, for the OpenAPI document. */
  errors?: ErrorCode[];
};

/** A route of one file: its contract, who may call it, and what it does. */
export type AppRoute = {
  method: string;
  path: string;
  access: Access;
  limit: LimitedAction | undefined;
  register(app: OpenAPIHono<AppEnv>): void;
};

/**
 * Declares a route below `/api/v1`. Private unless `access` says otherwise.
 *
 * @example
 * export const getPost = route(
 *   { method: 'get', path: '/posts/{id}', request: { params: idParamSchema }, responses: answer(200, postSchema, 'The post.') },
 *   async (c) => c.json(await loadPost(c.req.valid('param').id), 200),
 * );
 */
export function route<const Options extends RouteOptions>(
  options: Options,
  handler: RouteHandler<Options, AppEnv>,
): AppRoute {
  const { access = 'member', limit, limitInHandler = false, edgeCached = false, errors: _errors, ...config } = options;
  const before: MiddlewareHandler<AppEnv>[] = [access === 'operator' ? authenticateOperator : authenticate(access)];
  if (access === 'member' && config.method !== 'get') before.push(answerOnce);
  if (limit && !limitInHandler) before.push(limitAction(limit));
  if (edgeCached) before.push(cacheAtEdge);
  if (config.request?.body?.content['application/json'] && !config.request.body.content['multipart/form-data']) {
    before.push(requireJsonBody(config.request.body.required === true));
  }
  const definition = createRoute({
    ...(config as RouteConfig),
    middleware: before,
    operationId: operationIdOf(config.method, config.path),
    security: SECURITY[access],
    responses: { ...problems(expectedCodes(options)), ...config.responses },
  });
  return {
    method: config.method,
    path: config.path,
    access,
    limit,
    register: (app) => {
      app.openapi(definition, handler as never);
    },
  };
}

/** One JSON answer of a route. */
export function answer<const Status extends number, Schema extends z.ZodType>(
  status: Status,
  schema: Schema,
  description: string,
) {
  return { [status]: { description, content: { 'application/json': { schema } } } } as {
    [key in Status]: { description: string; content: { 'application/json': { schema: Schema } } };
  };
}

/** An answer without a body. */
export const noContent = { 204: { description: 'Done.' } } as const;

/** A JSON body that may be left out. */
export function optionalBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: false, content: { 'application/json': { schema } } } as const;
}

/** A required JSON body. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } } as const;
}

const SECURITY: Record<Access, Record<string, string[]>[]> = {
  member: [{ bearer: [] }],
  optional: [{ bearer: [] }, {}],
  public: [],
  operator: [{ operator: [] }],
};

/** `get /users/{id}/posts` is `getUsersIdPosts`: unique, because no two routes share method and path. */
function operationIdOf(method: string, path: string): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter(Boolean);
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** The route's own failures, and those that its contract brings with it. */
function expectedCodes({ access = 'member', limit, errors = [], path, request }: RouteOptions): Set<ErrorCode> {
  const codes = new Set<ErrorCode>(errors);
  if (request?.body) for (const code of ['malformed-json', 'too-large', 'unsupported-type'] as const) codes.add(code);
  if (request?.body || request?.query) codes.add('invalid-values');
  if (path.includes('{')) codes.add('not-found');
  if (access === 'member' || access === 'operator') codes.add('unauthenticated');
  if (access !== 'public') codes.add('invalid-token');
  if (limit) codes.add('rate-limited');
  return codes;
}

function problems(codes: Iterable<ErrorCode>) {
  const byStatus = new Map<number, string[]>();
  for (const code of codes) {
    const { status, title } = ERROR_CODES[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), `\`${code}\`: ${title}.`]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, lines]) => [
      status,
      { description: lines.join(' '), content: { 'application/problem+json': { schema: problemSchema } } },
    ]),
  );
}
