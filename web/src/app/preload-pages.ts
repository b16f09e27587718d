import { loadHome } from './home-gate.tsx';

/** Loads the code of the places that are one press away. */
export async function preloadPages(): Promise<void> {
  await Promise.allSettled([
    loadHome(),
    import('../features/users/profile-page.tsx'),
    import('../features/posts/post-page.tsx'),
    import('../features/notifications/notifications-page.tsx'),
    import('../features/conversations/messages-page.tsx'),
    import('../features/conversations/conversation-page.tsx'),
    import('../features/saves/saved-page.tsx'),
    import('../features/search/find-people-page.tsx'),
    import('../features/compose/compose-page.tsx'),
  ]);
}
