import { AppError } from '../../shared/errors/index.ts';

/** The error of a client whose upload Stream does not open; the reason is for the operator's log. */
export function refuseUpload(reason: string): AppError {
  // biome-ignore lint/suspicious/noConsole: the Worker's log is where operators look.
  console.error(JSON.stringify({ event: 'stream-refused', reason }));
  return new AppError('unavailable', { detail: 'Videos cannot be taken just now.' });
}
