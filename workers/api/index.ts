import type { AppRoute } from '../http/route.ts';

/** Every route below `/api/v1`, by feature: the contents page of the API. */
export const API_ROUTES: AppRoute[] = [];
