import { expect, it } from 'vitest';
import { withGivenBack } from './with-given-back.ts';

it('puts a comment before what was typed since', () => {
  expect(withGivenBack('', 'One', [])).toBe('One');
  expect(withGivenBack('typed', 'One', [])).toBe('One\ntyped');
});

it('puts several back in the order in which they were sent', () => {
  const once = withGivenBack('typed', 'One', []);
  const twice = withGivenBack(once, 'Two', ['One']);
  expect(withGivenBack(twice, 'Three', ['One', 'Two'])).toBe('One\nTwo\nThree\ntyped');
});

it('knows those that were sent again since', () => {
  expect(withGivenBack('', 'One', ['One'])).toBe('One');
  expect(withGivenBack('One', 'Two', ['One', 'One'])).toBe('One\nTwo');
  expect(withGivenBack('typed', 'Two', ['One'])).toBe('Two\ntyped');
});
