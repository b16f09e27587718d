import { exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../../shared/errors/index.ts';
import type { ApiDocument, ApiOperation } from './api-document.ts';

const fetchText = async (path: string) => {
  const response = await exports.default.fetch(`https://rimlight.test${path}`);
  return { response, text: await response.text() };
};

async function readDocument() {
  const { text } = await fetchText('/openapi.json');
  return JSON.parse(text) as ApiDocument & { openapi: string };
}

function operationsOf({ paths }: ApiDocument): [name: string, operation: ApiOperation, path: string][] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, ApiOperation, string] => [
      `${method} ${path}`,
      operation,
      path,
    ]),
  );
}

/** Every `$ref` anywhere in a value. */
function refsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === '$ref' && typeof child === 'string' ? [child] : refsOf(child),
  );
}

describe('/openapi.json', () => {
  it('gives every route a summary, one tag, an unlike id and its errors as problem details', async () => {
    const document = await readDocument();
    expect(document.openapi).toBe('3.1.0');
    const operations = operationsOf(document);
    expect(new Set(operations.map(([, { operationId }]) => operationId)).size).toBe(operations.length);
    for (const [name, { summary, tags, responses }] of operations) {
      expect(summary, name).toBeTruthy();
      expect(tags, name).toHaveLength(1);
      const failures = Object.entries(responses).filter(([status, { content }]) => {
        return Number(status) >= 400 && content?.['application/json'] === undefined;
      });
      for (const [status, { content }] of failures) {
        expect(content?.['application/problem+json']?.schema, `${name} ${status}`).toEqual({
          $ref: '#/components/schemas/Problem',
        });
      }
    }
  });

  it('declares every parameter of a path, and refers to nothing that is missing', async () => {
    const document = await readDocument();
    for (const [name, { parameters = [] }, path] of operationsOf(document)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
      const declared = parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name);
      expect(declared.sort(), name).toEqual(inPath.sort());
    }
    const known = Object.keys(document.components?.schemas ?? {}).map((name) => `#/components/schemas/${name}`);
    expect(known).toEqual(expect.arrayContaining(refsOf(document)));
    expect(known).toEqual(
      expect.arrayContaining(['User', 'Me', 'Post', 'Media'].map((name) => `#/components/schemas/${name}`)),
    );
  });
});

describe('/docs', () => {
  it('shows every route, schema and error in plain HTML that loads nothing', async () => {
    const document = await readDocument();
    const { response, text } = await fetchText('/docs');
    expect(response.headers.get('Content-Type')).toContain('text/html');
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(text).not.toMatch(/<script|<link|<img|src=|@import|url\(/);
    for (const [, { operationId }] of operationsOf(document)) expect(text).toContain(`id="${operationId}"`);
    for (const name of Object.keys(document.components?.schemas ?? {})) expect(text).toContain(`id="schema-${name}"`);
    for (const code of Object.keys(ERROR_CODES)) expect(text).toContain(`id="error-${code}"`);
    const anchors = [...text.matchAll(/href="#([^"]+)"/g)].map(([, anchor]) => `id="${anchor}"`);
    for (const anchor of new Set(anchors)) expect(text).toContain(anchor);
    expect(text).not.toContain('[object Object]');
  });
});
