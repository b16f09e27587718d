import type { AppRoute } from '../http/route.ts';
import { getHealth } from './health/get-health.ts';
import { getReadiness } from './health/get-readiness.ts';
import { receiveStream } from './webhooks/receive-stream.ts';

/** Routes outside `/api/v1`. */
export const PLAIN_ROUTES: AppRoute[] = [getHealth, getReadiness, receiveStream];
