import { DurableObject } from 'cloudflare:workers';

/** The timelines of up to CELL_CAPACITY users. */
export class TimelineCell extends DurableObject {}
