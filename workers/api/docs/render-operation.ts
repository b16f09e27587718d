import { html } from 'hono/html';
import type { ApiOperation, ApiParameter, ApiSchema } from './api-document.ts';
import { basesOf, componentOf, type Field, fieldsOf, typeOf } from './describe-schema.ts';

export type Markup = ReturnType<typeof html>;

/** One route: what it takes, what it answers, and how to call it. */
export function renderOperation(method: string, path: string, operation: ApiOperation, origin: string): Markup {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  return html`<article id="${operationId}">
    <span class="access">${accessOf(operation)}</span>
    <h3>${summary ?? operationId}</h3>
    <p class="path"><span class="method">${method}</span> ${path}</p>
    ${description && html`<p>${description}</p>`}
    ${parameters.length > 0 && html`<h4>Parameters</h4>${renderFields(parameters.map(fieldOfParameter))}`}
    ${Object.entries(requestBody?.content ?? {}).map(
      ([type, { schema }]) => html`<h4>Body <span class="soft">${type}</span></h4>${schema && renderSchema(schema)}`,
    )}
    <h4>Answers</h4>
    <div class="scroll">
      <table>
        <tbody>
          ${Object.entries(responses).map(
            ([status, { description: meaning, content }]) =>
              html`<tr><td><strong>${status}</strong></td><td>${meaning.replaceAll('`', '')}</td><td>${Object.values(content ?? {}).map(({ schema }) => schema && renderType(typeOf(schema), componentOf(schema)))}</td></tr>`,
          )}
        </tbody>
      </table>
    </div>
    <details><summary class="soft">curl</summary><pre>${curlOf(method, path, operation, origin)}</pre></details>
  </article>`;
}

/** A table of a schema's fields. */
export function renderSchema(schema: ApiSchema): Markup {
  const component = componentOf(schema);
  if (component) return html`<p>${renderType(typeOf(schema), component)}</p>`;
  const bases = basesOf(schema);
  const fields = fieldsOf(schema);
  return html`${bases.map((base) => html`<p>All of ${renderType(base, base)}, and:</p>`)}${
    fields.length > 0 ? renderFields(fields) : html`<p>${typeOf(schema)}</p>`
  }`;
}

function renderFields(fields: Field[]): Markup {
  return html`<div class="scroll">
    <table>
      <thead><tr><th>Name</th><th>Type</th><th></th></tr></thead>
      <tbody>
        ${fields.map(
          ({ path, type, required, notes, component }) =>
            html`<tr><td><code>${path}</code></td><td>${renderType(type, component)}</td><td class="soft">${[required ? 'required' : 'optional', ...notes].join('; ')}</td></tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function renderType(type: string, component: string | undefined): Markup {
  return component ? html`<a href="#schema-${component}">${type}</a>` : html`${type}`;
}

function fieldOfParameter({ name, in: place, required = false, schema = {}, description }: ApiParameter): Field {
  const [field] = fieldsOf({ properties: { [name]: schema }, required: required ? [name] : [] });
  const notes = [`in the ${place}`, ...(description ? [description] : []), ...(field?.notes ?? [])];
  return { path: name, type: typeOf(schema), required, notes: [...new Set(notes)], component: undefined };
}

function accessOf({ security = [] }: ApiOperation): string {
  if (security.length === 0) return 'no log-in needed';
  return security.some((scheme) => Object.keys(scheme).length === 0) ? 'log-in optional' : 'log-in needed';
}

function curlOf(method: string, path: string, { security = [], requestBody }: ApiOperation, origin: string): string {
  const lines = [`curl -X ${method.toUpperCase()} '${origin}${path}'`];
  if (security.length > 0) lines.push(`-H "Authorization: Bearer $TOKEN"`);
  const json = requestBody?.content['application/json'];
  if (json) {
    const fields = fieldsOf(json.schema ?? {}).filter(({ path: field, required }) => required && !/[.[]/.test(field));
    const body = Object.fromEntries(fields.map(({ path: field, type }) => [field, type]));
    lines.push("-H 'Content-Type: application/json'", `-d '${JSON.stringify(body)}'`);
  }
  return lines.join(' \\\n  ');
}
