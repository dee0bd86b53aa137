import { nameOfReference, type Schema } from './api-document.ts';

/** One value of a body or an answer, as a line of a table. */
export interface SchemaRow {
  /** `file.url`, `items[].id`; empty for the whole. */
  readonly path: string;
  /** Words, and names of other schemas between them. */
  readonly type: readonly TypeWord[];
  readonly isOptional: boolean;
  readonly meaning: string;
}
export type TypeWord = string | { readonly schema: string };

/** All values that a schema names, in its order; what has a name of its own is not unfolded. */
export function schemaRows(schema: Schema, path = '', isOptional = false): SchemaRow[] {
  const row = { path, type: typeWords(schema), isOptional, meaning: meaningOf(schema) };
  const inner = innerRows(schema, path);
  const isNamed = path !== '' || inner.length === 0;
  return isNamed ? [row, ...inner] : inner;
}

function innerRows(schema: Schema, path: string): SchemaRow[] {
  const { properties = {}, required = [], items, allOf = [], $ref } = schema;
  if ($ref !== undefined) return [];
  if (items !== undefined) return innerRows(items, `${path}[]`);
  const dot = path === '' ? '' : '.';
  const own = Object.entries(properties).flatMap(([name, value]) =>
    schemaRows(value, `${path}${dot}${name}`, !required.includes(name)),
  );
  return [
    ...allOf.flatMap((part) => schemaRows(part, path)),
    ...choicesOf(schema).flatMap((choice) => innerRows(choice, path)),
    ...own,
  ];
}

const choicesOf = ({ anyOf, oneOf }: Schema): readonly Schema[] => anyOf ?? oneOf ?? [];

function typeWords(schema: Schema): TypeWord[] {
  const { $ref, items, format, enum: values, const: only } = schema;
  if ($ref !== undefined) return [{ schema: nameOfReference($ref) }];
  if (only !== undefined) return [JSON.stringify(only)];
  const choices = choicesOf(schema);
  if (choices.length > 0)
    return choices.flatMap((choice, index) => [...(index === 0 ? [] : [' or ']), ...typeWords(choice)]);
  if (items !== undefined) return ['list of ', ...typeWords(items), ...orNull(schema)];
  if (values !== undefined) return [values.map((value) => `"${value}"`).join(', '), ...orNull(schema)];
  return [TYPE_NAMES[format ?? ''] ?? TYPE_NAMES[mainTypeOf(schema)] ?? mainTypeOf(schema), ...orNull(schema)];
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  uuid: 'id',
  'date-time': 'time',
  binary: 'the file itself',
  integer: 'whole number',
  boolean: 'true or false',
  string: 'text',
};

/** The type of a value that may also be null. */
export function mainTypeOf({ type = 'anything' }: Schema): string {
  return typeof type === 'string' ? type : (type.find((name) => name !== 'null') ?? 'null');
}

const orNull = ({ type }: Schema): string[] => (Array.isArray(type) && type.includes('null') ? [' or null'] : []);

function meaningOf({ description, default: usual, minimum, maximum, maxLength, maxItems }: Schema): string {
  const limits = [
    ...(minimum !== undefined && maximum !== undefined ? [`${minimum} to ${maximum}`] : []),
    ...(maxLength === undefined ? [] : [`at most ${maxLength} characters`]),
    ...(maxItems === undefined ? [] : [`at most ${maxItems}`]),
    ...(usual === undefined || usual === '' ? [] : [`${JSON.stringify(usual)} when left out`]),
  ];
  return [...(description === undefined ? [] : [description]), ...limits].join('; ');
}
