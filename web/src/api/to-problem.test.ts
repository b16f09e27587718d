import { expect, it } from 'vitest';
import { toProblem } from './to-problem.ts';

it('keeps problem details with their field errors', () => {
  const problem = {
    type: 'about:blank',
    title: 'Some values are invalid',
    status: 422,
    code: 'invalid-values',
    requestId: 'r1',
    errors: [{ path: 'username', message: 'needs at least 3 characters' }],
  };
  expect(toProblem(422, JSON.stringify(problem))).toEqual(problem);
});

it('makes one of anything else', () => {
  expect(toProblem(502, '<html>Bad gateway</html>')).toMatchObject({ status: 502, code: 'unknown' });
  expect(toProblem(500, 'null')).toMatchObject({ status: 500, code: 'unknown' });
});
