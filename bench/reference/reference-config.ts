/** What the reference's processes are started with, passed as JSON in one environment variable. */
export interface ReferenceConfig {
  port: number;
  /** Folder of PostgreSQL's socket. */
  postgres: string;
  /** Redis's socket. */
  redis: string;
  secret: string;
  /** Whether a like is committed to PostgreSQL before its answer, or kept in Redis and flushed every 10 s. */
  likes: 'synchronous' | 'write-behind';
}

export const CONFIG_VARIABLE = 'REFERENCE_CONFIG';

export function readConfig(): ReferenceConfig {
  const text = process.env[CONFIG_VARIABLE];
  if (text === undefined) throw new Error(`${CONFIG_VARIABLE} is not set`);
  return JSON.parse(text) as ReferenceConfig;
}
