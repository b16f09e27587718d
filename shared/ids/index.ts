export { createIdGenerator, type IdGenerator } from './id-generator.ts';
export {
  decodeSnowflake,
  encodeSnowflake,
  FIRST_ID,
  firstIdAt,
  ID_LENGTH,
  ID_PATTERN,
  isId,
  LAST_ID,
  LOGICAL_SHARDS,
  shardOfId,
  timeOfId,
} from './snowflake.ts';
