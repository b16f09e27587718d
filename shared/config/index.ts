export { type Config, type Limit, parseConfig } from './parse-config.ts';
