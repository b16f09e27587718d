import type { Notification, Person, User } from '../../../../shared/contracts/index.ts';

type Viewer = Person['viewer'];

function withViewer<P extends { id: string; viewer: Viewer }>(people: P[], id: string, viewer: Partial<Viewer>): P[] {
  if (!people.some((person) => person.id === id)) return people;
  return people.map((person) => (person.id === id ? { ...person, viewer: { ...person.viewer, ...viewer } } : person));
}

type PageOfPeople = { users: Person[] } | { notifications: Notification[] };

function patchPage(page: PageOfPeople, id: string, viewer: Partial<Viewer>): PageOfPeople {
  if ('users' in page) return { ...page, users: withViewer(page.users, id, viewer) };
  const notifications = page.notifications.map((notification) => ({
    ...notification,
    actors: withViewer(notification.actors, id, viewer),
  }));
  return { ...page, notifications };
}

/** Changes how the viewer stands to a person in a cached list of people: endless or not. */
export function patchPeople(value: unknown, id: string, viewer: Partial<Viewer>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('pages' in value && Array.isArray(value.pages)) {
    return {
      ...value,
      pages: value.pages.map((page: PageOfPeople) => patchPage(page, id, viewer)),
    };
  }
  if ('users' in value && Array.isArray(value.users)) return { ...value, users: withViewer(value.users, id, viewer) };
  return value;
}

/** The same on a profile, whose follower count moves along. */
export function patchUser(user: User, id: string, viewer: Partial<Viewer>): User {
  if (user.id !== id) return user;
  const next = { ...user.viewer, ...viewer };
  const step = Number(next.following) - Number(user.viewer.following);
  return { ...user, viewer: next, counts: { ...user.counts, followers: Math.max(0, user.counts.followers + step) } };
}
