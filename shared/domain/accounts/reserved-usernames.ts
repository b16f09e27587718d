import { normalizeHandle } from './normalize-handle.ts';

/** Names that a page of the web app, a path of the server or the service itself answers to. */
const RESERVED = new Set(
  `about account accounts activity admin administrator api app archive assets auth blog camera cdn cdn-cgi close-friends
  collections comments contact create dashboard direct discover docs download edit everyone explore favicon feed follow
  followers following hashtag hashtags health help highlights home inbox index instance live location locations login logout
  manifest me media messages moderator new notifications null oauth official openapi p people places popular post posts
  press privacy profile push realtime register reports requests rimlight root saved search security sessions settings
  share signin signout signup static status stories story suggestions support system tag tags terms trending undefined
  upload user username users verify verified web welcome www`.split(/\s+/),
);

/** Whether nobody may sign up under this name. */
export function isReservedUsername(username: string): boolean {
  return RESERVED.has(normalizeHandle(username));
}
