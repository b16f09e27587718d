import { ApiError } from '../../api/api-error.ts';
import { describeError } from '../../api/describe-error.ts';

/** Codes that speak of one field without listing it in `errors`. */
const FIELD_OF_CODE: Record<string, string> = {
  'username-taken': 'username',
  'email-taken': 'email',
  'invalid-credentials': 'password',
};

export interface FieldErrors {
  fields: Record<string, string>;
  /** What belongs to no field of the form. */
  form: string | null;
}

/** "needs at least 3 characters" becomes "Username needs at least 3 characters.". */
export function asSentence(label: string, message: string): string {
  const text = /^\p{Ll}/u.test(message) ? `${label} ${message}` : message;
  return text.endsWith('.') ? text : `${text}.`;
}

/** Sorts a failed submission to the fields that caused it. `labels` names the fields of the form. */
export function fieldErrorsOf(error: unknown, labels: Record<string, string>): FieldErrors {
  const fields: Record<string, string> = {};
  if (error instanceof ApiError) {
    for (const { path, message } of error.problem.errors ?? []) {
      const field = path.replace(/^\/?(body[./])?/, '').split(/[./]/)[0] ?? '';
      const label = labels[field];
      if (label && !fields[field]) fields[field] = asSentence(label, message);
    }
    const coded = FIELD_OF_CODE[error.code];
    if (coded && labels[coded] && !fields[coded]) fields[coded] = describeError(error);
  }
  return { fields, form: Object.keys(fields).length > 0 ? null : describeError(error) };
}
