import { html } from 'hono/html';
import type { MetaTag } from './preview-tags.ts';

/** A deployment without the web app still answers crawlers. */
const BARE_SHELL =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Rimlight</title></head><body></body></html>';
/** They speak of the file, which is changed on its way. */
const FILE_HEADERS = ['etag', 'last-modified', 'content-length', 'cache-control'];

export type Head = { title: string; tags: readonly MetaTag[]; canonical: string };

/** The app's page as it is deployed. */
export async function openShell(assets: Fetcher, url: string): Promise<Response> {
  const response = await assets.fetch(new URL('/', url));
  if (response.ok) return response;
  return new Response(BARE_SHELL, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

/** The page with a head of its own; without one it asks crawlers to forget it. */
export async function writeHead(
  shell: Response,
  status: 200 | 404,
  head: Head | null,
  given: Record<string, string> = {},
): Promise<Response> {
  const headers = new Headers(shell.headers);
  for (const name of FILE_HEADERS) headers.delete(name);
  for (const [name, value] of Object.entries(given)) headers.set(name, value);
  const tags = (await renderHead(head)).toString();
  const rewriter = new HTMLRewriter().on('head', { element: (element) => void element.append(tags, { html: true }) });
  if (head) {
    rewriter
      .on('title', { element: (element) => void element.setInnerContent(head.title) })
      .on('meta[name="description"]', { element: (element) => void element.remove() });
  }
  return rewriter.transform(new Response(shell.body, { status, headers }));
}

function renderHead(head: Head | null) {
  if (!head) return html`<meta name="robots" content="noindex">`;
  return html`<link rel="canonical" href="${head.canonical}">${head.tags.map(({ attribute, key, content }) =>
    attribute === 'name'
      ? html`<meta name="${key}" content="${content}">`
      : html`<meta property="${key}" content="${content}">`,
  )}`;
}
