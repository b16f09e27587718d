export const PASSWORD_MIN = 8;
/** scrypt reads any length; the bound only keeps bodies small. */
export const PASSWORD_MAX = 256;
