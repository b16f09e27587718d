import { ID_PATTERN } from '../../shared/ids/index.ts';

type Declared = { method: string; path: string };

/** For 405 answers: which methods a path has, by the templates of the declared routes. */
export function allowedMethodsOf(routes: readonly Declared[]): (path: string) => string[] {
  const patterns = routes.map(({ method, path }) => ({
    method: method.toUpperCase(),
    pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{(\w+)\}/g, parameterPattern)}$`),
  }));
  return (path) => {
    const methods = new Set(patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method));
    if (methods.has('GET')) methods.add('HEAD');
    if (methods.size > 0) methods.add('OPTIONS');
    return [...methods].sort();
  };
}

/** `{id}` and `{userId}` stand for ids only, so that `/users/login` is not taken for a user. */
function parameterPattern(_: string, name: string): string {
  return /^id$|Id$/.test(name) ? ID_PATTERN.source.slice(1, -1) : '[^/]+';
}
