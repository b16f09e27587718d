// Limits that a page shows before any schema is loaded: apart from the schemas, so that zod can stay out of it.

export const PASSWORD_MIN = 8;
/** scrypt reads any length; the bound only keeps bodies small. */
export const PASSWORD_MAX = 256;

export const CAPTION_MAX = 2_200;
export const LOCATION_NAME_MAX = 100;
export const COMMENT_TEXT_MAX = 1_000;
export const MESSAGE_TEXT_MAX = 1_000;
export const SHARE_PEOPLE_MAX = 50;
export const SHARE_NOTE_MAX = 1_000;
