import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  type SearchSchemaInput,
} from '@tanstack/react-router';
import { findMe } from '../features/auth/session.ts';
import { HomeGate } from './home-gate.tsx';
import { NotFound } from './not-found.tsx';
import { RouteError } from './route-error.tsx';
import { Shell } from './shell.tsx';

type NextSearch = { next?: string };

/** Only a path of our own is a place to go on to. */
function nextOf(search: { next?: unknown } & SearchSchemaInput): NextSearch {
  const { next } = search;
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {};
}

function requireMe({ location }: { location: { href: string } }): void {
  if (!findMe()) throw redirect({ to: '/login', search: { next: location.href } });
}

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: RouteError });

const logIn = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: nextOf,
  beforeLoad: ({ search }) => {
    if (findMe()) throw redirect({ to: search.next ?? '/' });
  },
  component: lazyRouteComponent(() => import('../features/auth/log-in-page.tsx')),
});

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/signup',
  validateSearch: nextOf,
  beforeLoad: ({ search }) => {
    if (findMe()) throw redirect({ to: search.next ?? '/' });
  },
  component: lazyRouteComponent(() => import('../features/auth/sign-up-page.tsx')),
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  beforeLoad: () => {
    if (findMe()) throw redirect({ to: '/' });
  },
  component: lazyRouteComponent(() => import('../features/auth/welcome-page.tsx')),
});

const app = createRoute({ getParentRoute: () => root, id: 'app', component: Shell });

const home = createRoute({
  getParentRoute: () => app,
  path: '/',
  validateSearch: (search: { feed?: unknown } & SearchSchemaInput): { feed?: 'latest' } =>
    search.feed === 'latest' ? { feed: 'latest' } : {},
  beforeLoad: () => {
    if (!findMe()) throw redirect({ to: '/welcome' });
  },
  component: HomeGate,
});

const post = createRoute({
  getParentRoute: () => app,
  path: '/p/$postId',
  component: lazyRouteComponent(() => import('../features/posts/post-page.tsx')),
});

const profile = createRoute({
  getParentRoute: () => app,
  path: '/@{$username}',
  validateSearch: (search: { photo?: unknown } & SearchSchemaInput): { photo?: string } =>
    typeof search.photo === 'string' ? { photo: search.photo } : {},
  component: lazyRouteComponent(() => import('../features/users/profile-page.tsx')),
});

const loadFollowLists = () => import('../features/users/follow-list-dialog.tsx');
const followers = createRoute({
  getParentRoute: () => profile,
  path: '/followers',
  component: lazyRouteComponent(loadFollowLists, 'FollowersDialog'),
});
const following = createRoute({
  getParentRoute: () => profile,
  path: '/following',
  component: lazyRouteComponent(loadFollowLists, 'FollowingDialog'),
});

const compose = createRoute({
  getParentRoute: () => app,
  path: '/compose',
  beforeLoad: requireMe,
  component: lazyRouteComponent(() => import('../features/compose/compose-page.tsx')),
});

const find = createRoute({
  getParentRoute: () => app,
  path: '/find',
  beforeLoad: requireMe,
  validateSearch: (search: { q?: unknown } & SearchSchemaInput): { q?: string } =>
    typeof search.q === 'string' && search.q ? { q: search.q } : {},
  component: lazyRouteComponent(() => import('../features/search/find-people-page.tsx')),
});

const hashtag = createRoute({
  getParentRoute: () => app,
  path: '/tags/$tag',
  component: lazyRouteComponent(() => import('../features/hashtags/hashtag-page.tsx')),
});

const archive = createRoute({
  getParentRoute: () => app,
  path: '/archive',
  beforeLoad: requireMe,
  component: lazyRouteComponent(() => import('../features/posts/archive-page.tsx')),
});

const drafts = createRoute({
  getParentRoute: () => app,
  path: '/drafts',
  beforeLoad: requireMe,
  component: lazyRouteComponent(() => import('../features/drafts/drafts-page.tsx')),
});

const saved = createRoute({
  getParentRoute: () => app,
  path: '/saved',
  beforeLoad: requireMe,
  component: lazyRouteComponent(() => import('../features/saves/saved-page.tsx')),
});

const collection = createRoute({
  getParentRoute: () => app,
  path: '/saved/$collectionId',
  beforeLoad: requireMe,
  component: lazyRouteComponent(() => import('../features/collections/collection-page.tsx')),
});

const notifications = createRoute({
  getParentRoute: () => app,
  path: '/notifications',
  beforeLoad: requireMe,
  component: lazyRouteComponent(() => import('../features/notifications/notifications-page.tsx')),
});

const messages = createRoute({
  getParentRoute: () => app,
  path: '/messages',
  beforeLoad: requireMe,
  validateSearch: (search: { folder?: unknown } & SearchSchemaInput): { folder?: 'requests' } =>
    search.folder === 'requests' ? { folder: 'requests' } : {},
  component: lazyRouteComponent(() => import('../features/conversations/messages-page.tsx')),
});

const noConversation = createRoute({
  getParentRoute: () => messages,
  path: '/',
  component: lazyRouteComponent(() => import('../features/conversations/no-conversation.tsx')),
});

const conversation = createRoute({
  getParentRoute: () => messages,
  path: '/$conversationId',
  component: lazyRouteComponent(() => import('../features/conversations/conversation-page.tsx')),
});

const requests = createRoute({
  getParentRoute: () => app,
  path: '/requests',
  beforeLoad: requireMe,
  component: lazyRouteComponent(() => import('../features/follows/follow-requests-page.tsx')),
});

const settings = createRoute({
  getParentRoute: () => app,
  path: '/settings',
  beforeLoad: requireMe,
  component: lazyRouteComponent(() => import('../features/settings/settings-page.tsx')),
});

const profileSettings = createRoute({
  getParentRoute: () => app,
  path: '/settings/profile',
  beforeLoad: requireMe,
  component: lazyRouteComponent(() => import('../features/settings/profile-settings-page.tsx')),
});

/** Every other address: the page that says so has the way on around it. */
const unknown = createRoute({ getParentRoute: () => app, path: '$', component: NotFound });

const routeTree = root.addChildren([
  logIn,
  signUp,
  welcome,
  app.addChildren([
    home,
    post,
    profile.addChildren([followers, following]),
    find,
    hashtag,
    archive,
    compose,
    drafts,
    saved,
    collection,
    messages.addChildren([noConversation, conversation]),
    notifications,
    requests,
    settings,
    profileSettings,
    unknown,
  ]),
]);

export const router = createRouter({
  routeTree,
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: RouteError,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
