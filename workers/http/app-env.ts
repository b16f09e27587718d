import type { Context } from 'hono';
import type { Services } from '../services.ts';

/** Who is asking, from the access token: no database read is needed to know it. */
export type Viewer = { id: string; cell: string; sessionId: string };

/** What routes see. Bindings are not among it: they are reached through `services`. */
export type AppEnv = {
  Variables: {
    services: Services;
    requestId: string;
    /** The answer carries the standard headers already. */
    isStamped?: boolean;
    /** Unix ms, read once a request. */
    now: number;
    /** Null on public routes without a token. */
    viewer: Viewer | null;
    /** Names this writing when it came with an Idempotency-Key: a row that holds it is not written twice. */
    clientKey?: string;
  };
};

export type AppContext = Context<AppEnv>;
