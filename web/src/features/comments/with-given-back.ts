/**
 * What is in the field once a comment that could not be sent is back in it: before what was typed since, after those that
 * were sent before it and came back too.
 */
export function withGivenBack(text: string, failed: string, earlier: readonly string[]): string {
  const from = earlier.findIndex((_, index) => text.startsWith(earlier.slice(index).join('\n')));
  const before = from < 0 ? '' : earlier.slice(from).join('\n');
  const since = text.slice(before.length).replace(/^\n/, '');
  return [before, failed, since].filter(Boolean).join('\n');
}
