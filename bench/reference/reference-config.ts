/** What the reference's processes are started with, passed as JSON in one environment variable. */
export interface ReferenceConfig {
  port: number;
  /** Folder of PostgreSQL's socket. */
  postgres: string;
  /** Redis's socket. */
  redis: string;
  secret: string;
  /** The web app's origin, for CORS. */
  origin: string;
}

export const CONFIG_VARIABLE = 'REFERENCE_CONFIG';

export function readConfig(): ReferenceConfig {
  const text = process.env[CONFIG_VARIABLE];
  if (text === undefined) throw new Error(`${CONFIG_VARIABLE} is not set`);
  return JSON.parse(text) as ReferenceConfig;
}
