export { type Config, type Limit, parseConfig, type ScryptCost } from './parse-config.ts';
