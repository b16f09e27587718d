import type { ApiSchema } from './api-document.ts';

/** A field of an object, flattened: `path` is `media[].urls.thumb` for a field of a field. */
export type Field = { path: string; type: string; required: boolean; notes: string[]; component: string | undefined };

/** The component that a schema refers to, itself or as a list's item. */
export function componentOf(schema: ApiSchema): string | undefined {
  return (schema.$ref ?? schema.items?.$ref)?.split('/').at(-1);
}

/** A schema's type in a word or two: `string (date-time) or null`, `list of Post`. */
export function typeOf(schema: ApiSchema): string {
  if (schema.$ref) return componentOf(schema) ?? 'object';
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(typeOf))].join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' or ');
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? (schema.allOf ? 'object' : 'any')];
  return types
    .map((type) => {
      if (type === 'array') return `list of ${schema.items ? typeOf(schema.items) : 'anything'}`;
      return schema.format && type === 'string' ? `string (${schema.format})` : type;
    })
    .join(' or ');
}

/** Every field of an object, those of named components left to the component. */
export function fieldsOf(schema: ApiSchema, prefix = ''): Field[] {
  const parts = schema.allOf ?? [];
  const inherited = parts.filter(({ $ref }) => !$ref).flatMap((part) => fieldsOf(part, prefix));
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const path = `${prefix}${name}`;
    const required = schema.required?.includes(name) ?? false;
    const field = {
      path,
      type: typeOf(property),
      required,
      notes: notesOf(property),
      component: componentOf(property),
    };
    const nested = property.items ? fieldsOf(property.items, `${path}[].`) : fieldsOf(property, `${path}.`);
    return [field, ...nested];
  });
  return [...inherited, ...own];
}

/** The components that a schema takes all fields from. */
export function basesOf(schema: ApiSchema): string[] {
  return (schema.allOf ?? []).flatMap((part) => componentOf(part) ?? []);
}

function notesOf(schema: ApiSchema): string[] {
  const bounds = [
    range(schema.minLength, schema.maxLength, 'characters'),
    range(schema.minItems, schema.maxItems, 'items'),
    range(schema.minimum, schema.maximum, ''),
  ];
  return [
    schema.description?.replace(/\.$/, ''),
    ...bounds,
    schema.default === undefined ? undefined : `default ${JSON.stringify(schema.default)}`,
  ].filter((note): note is string => Boolean(note));
}

function range(least: number | undefined, most: number | undefined, unit: string): string | undefined {
  // zod writes the bounds of a safe integer when there are none.
  const low = least === undefined || least === Number.MIN_SAFE_INTEGER ? undefined : least;
  const high = most === undefined || most === Number.MAX_SAFE_INTEGER ? undefined : most;
  if (low === undefined && high === undefined) return undefined;
  const text = high === undefined ? `at least ${low}` : low === undefined ? `at most ${high}` : `${low} to ${high}`;
  return unit ? `${text} ${unit}` : text;
}
