import { html, raw } from 'hono/html';
import { ERROR_CODES } from '../../../shared/errors/index.ts';
import type { ApiDocument } from './api-document.ts';
import { DOCS_STYLE } from './docs-style.ts';
import { type Markup, renderOperation, renderSchema } from './render-operation.ts';

type Listed = { method: string; path: string; operation: ApiDocument['paths'][string][string] };

/** The API as one page of plain HTML: every route by tag, then the errors and the named schemas. */
export function renderDocsPage({ info, paths, components }: ApiDocument, origin: string): Markup {
  const groups = groupByTag(paths);
  const schemas = Object.entries(components?.schemas ?? {}).sort(([a], [b]) => a.localeCompare(b));
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${info.title}</title>
    <style>${raw(DOCS_STYLE)}</style>
  </head>
  <body>
    <div class="layout">
      <nav aria-label="Routes">
        <a href="#top"><strong>${info.title}</strong></a>
        ${[...groups].map(([tag, listed]) => renderGroupLinks(tag, listed))}
        <h2>Reference</h2>
        <ul>
          <li><a href="#errors">Errors</a></li>
          <li><a href="#schemas">Schemas</a></li>
          <li><a href="/openapi.json">openapi.json</a></li>
        </ul>
      </nav>
      <main id="top">
        <h1>${info.title} <span class="soft">${info.version}</span></h1>
        <p>${info.description}</p>
        <p>
          Log in with <a href="#postUsersLogin">POST /users/login</a> and send the access token as
          <code>Authorization: Bearer …</code>. Times are RFC 3339 in UTC, ids are strings. Lists take <code>limit</code> and
          <code>cursor</code> and answer <code>nextCursor</code>, null at the end.
        </p>
        ${[...groups].map(
          ([tag, listed]) => html`<h2>${tag}</h2>
            ${listed.map(({ method, path, operation }) => renderOperation(method, path, operation, origin))}`,
        )}
        <h2 id="errors">Errors</h2>
        ${renderErrors()}
        <h2 id="schemas">Schemas</h2>
        ${schemas.map(
          ([name, schema]) =>
            html`<article id="schema-${name}"><h3>${name}</h3>${schema.description && html`<p>${schema.description}</p>`}${renderSchema(schema)}</article>`,
        )}
      </main>
    </div>
  </body>
</html>`;
}

function groupByTag(paths: ApiDocument['paths']): Map<string, Listed[]> {
  const groups = new Map<string, Listed[]>();
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const tag = operation.tags?.[0] ?? 'other';
      groups.set(tag, [...(groups.get(tag) ?? []), { method, path, operation }]);
    }
  }
  return groups;
}

function renderGroupLinks(tag: string, listed: Listed[]): Markup {
  return html`<h2>${tag}</h2>
    <ul>
      ${listed.map(
        ({ method, path, operation }) =>
          html`<li><a href="#${operation.operationId}">${operation.summary ?? `${method} ${path}`}</a></li>`,
      )}
    </ul>`;
}

function renderErrors(): Markup {
  return html`<article class="scroll">
    <table>
      <thead><tr><th>Code</th><th>Status</th><th>Meaning</th></tr></thead>
      <tbody>
        ${Object.entries(ERROR_CODES).map(
          ([code, { status, title }]) =>
            html`<tr id="error-${code}"><td><code>${code}</code></td><td>${status}</td><td>${title}</td></tr>`,
        )}
      </tbody>
    </table>
  </article>`;
}
