import type { Problem } from '../../../shared/contracts/index.ts';

/** Reads problem details; something else on the way (a proxy's page) becomes one with the status alone. */
export function toProblem(status: number, text: string): Problem {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'code' in value && 'title' in value) return value as Problem;
  } catch {
    // Not JSON: falls through.
  }
  return { type: 'about:blank', title: `The server answered ${status}`, status, code: 'unknown', requestId: '' };
}
