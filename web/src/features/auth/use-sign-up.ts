import { useRef } from 'react';
import type { Session } from '../../../../shared/contracts/index.ts';
import { type RegisterValues, register } from './authenticate.ts';

/** Signs up. The same values again are the same request, so that a lost answer leaves nobody before a taken username. */
export function useSignUp(): (values: RegisterValues) => Promise<Session> {
  const attempt = useRef({ body: '', key: '' });
  return (values) => {
    const body = JSON.stringify(values);
    if (attempt.current.body !== body) attempt.current = { body, key: crypto.randomUUID() };
    return register(values, attempt.current.key);
  };
}
