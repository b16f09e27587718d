import type { Author } from '../../../../shared/contracts/index.ts';

/** The people to choose from whose names match what is typed: each once, those named exactly so first. */
export function findChoices<P extends Author>(people: readonly P[], typed: string): P[] {
  const wanted = nameOf(typed);
  const distinct = [...new Map(people.map((person) => [person.id, person])).values()];
  if (!wanted) return distinct;
  const matching = distinct.filter(({ username, fullName }) =>
    [username, ...fullName.split(/\s+/), fullName].some((name) => name.toLowerCase().startsWith(wanted)),
  );
  const exact = matching.filter(({ username }) => username.toLowerCase() === wanted);
  return [...exact, ...matching.filter((person) => !exact.includes(person))];
}

/** What is typed, as a name: without the @ and the spaces around it. */
export function nameOf(typed: string): string {
  return typed.trim().replace(/^@/, '').toLowerCase();
}
