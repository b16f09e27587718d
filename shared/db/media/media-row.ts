import type { media } from '../schema/index.ts';

export type MediaRow = typeof media.$inferSelect;
