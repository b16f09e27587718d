import { suggestionsQuerySchema, suggestionsSchema } from '../../../shared/contracts/index.ts';
import { type Suggestion, suggestByNeighbours, suggestPopular } from '../../../shared/db/follows/suggest-people.ts';
import { loadPeople, type PersonRow } from '../../../shared/db/people/load-people.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';
import { presentPeople } from '../../people/present-people.ts';

/** Candidates that are looked at for each suggestion shown: many are followed already. */
const CANDIDATES_EACH = 10;

/** People to follow: whom those you follow follow, then the most followed. Never somebody you follow, asked, block or who blocks you. */
export const listSuggestions = route(
  {
    method: 'get',
    path: '/suggestions/users',
    tags: ['follows'],
    summary: 'People to follow, and why',
    request: { query: suggestionsQuerySchema },
    responses: answer(200, suggestionsSchema, 'People, the best first.'),
  },
  async (c) => {
    const viewer = requireViewer(c);
    const { services } = c.var;
    const { limit } = c.req.valid('query');
    const [near, popular] = await Promise.all([
      suggestByNeighbours(services.shards, viewer.id),
      suggestPopular(services.shards),
    ]);
    const candidates = new Map([...popular, ...near].map((suggestion) => [suggestion.userId, suggestion]));
    const ordered = [...new Set([...near, ...popular].map(({ userId }) => userId))].slice(0, limit * CANDIDATES_EACH);
    const people = await presentPeople(services, viewer, ordered);
    const fresh = people
      .filter(
        ({ id, viewer: standing }) =>
          id !== viewer.id && !standing.following && !standing.requested && !standing.muting,
      )
      .slice(0, limit);
    const through = await loadPeople(
      services.shards,
      fresh.flatMap(({ id }) => candidates.get(id)?.through ?? []),
    );
    const users = fresh.map((person) => ({ ...person, reason: explain(candidates.get(person.id), through) }));
    return c.json({ users }, 200);
  },
);

/** What the app says below the name. */
function explain(suggestion: Suggestion | undefined, through: Map<string, PersonRow>): string {
  const name = through.get(suggestion?.through ?? '')?.username;
  if (!suggestion || !name) return 'Popular on Rimlight';
  const others = suggestion.mutual - 1;
  if (others === 0) return `Followed by ${name}`;
  return `Followed by ${name} and ${others} other${others === 1 ? '' : 's'}`;
}
