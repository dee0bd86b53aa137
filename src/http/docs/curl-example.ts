import { type ApiDocument, nameOfReference, type Operation, type Schema } from './api-document.ts';
import { mainTypeOf } from './schema-rows.ts';

const SAMPLE_ID = '0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b';
const SAMPLE_TIME = '2026-12-01T18:00:00Z';

/** A command for a shell that does the operation, with the values it needs and no others. */
export function curlExample(document: ApiDocument, method: string, path: string, operation: Operation): string {
  const { parameters = [], security = [], requestBody } = operation;
  const query = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
  const values = query.map(({ name, schema }) => `${name}=${sampleOf(document, schema, name)}`).join('&');
  const address = `$REVERIE/v1${path.replaceAll(/\{\w+\}/g, SAMPLE_ID)}${values && `?${values}`}`;
  const isStream = operation.responses['200']?.content?.['text/event-stream'] !== undefined;
  return [
    `curl${isStream ? ' --no-buffer' : ''}${method === 'get' ? '' : ` --request ${method.toUpperCase()}`} "${address}"`,
    ...(security.length === 0 ? [] : ['--header "Authorization: Bearer $REVERIE_API_KEY"']),
    ...(parameters.some(({ name }) => name === 'Idempotency-Key') ? ['--header "Idempotency-Key: $(uuidgen)"'] : []),
    ...bodyLines(document, requestBody),
  ].join(' \\\n  ');
}

function bodyLines(document: ApiDocument, body: Operation['requestBody']): string[] {
  if (body === undefined) return [];
  const [[type, { schema }] = ['', { schema: {} }]] = Object.entries(body.content);
  if (type !== 'application/json') return [`--header "Content-Type: ${type}"`, '--data-binary @portrait.png'];
  return ['--json', `'${JSON.stringify(sampleOf(document, schema))}'`].join(' ').split('\n');
}

/** A value that the schema allows, as short as it may be. */
function sampleOf(document: ApiDocument, schema: Schema, name = ''): unknown {
  const { $ref, properties = {}, required = [], enum: values, const: only, format, anyOf, oneOf, minimum } = schema;
  const named = $ref === undefined ? undefined : document.components.schemas[nameOfReference($ref)];
  if (named !== undefined) return sampleOf(document, named, name);
  const choice = (anyOf ?? oneOf)?.[0];
  if (choice !== undefined) return sampleOf(document, choice, name);
  if (only !== undefined) return only;
  if (values !== undefined) return values[0];
  if (format !== undefined) return FORMATS[format] ?? name;
  // what somebody says may be left out beside pictures, but is what a message is about
  const keys = Object.keys(properties).filter((key) => required.includes(key) || key === 'body');
  const needed = keys.map((key) => [key, sampleOf(document, properties[key] ?? {}, key)]);
  const samples: Readonly<Record<string, unknown>> = {
    object: Object.fromEntries(needed.length > 0 ? needed : firstOf(document, properties)),
    integer: NUMBERS[name] ?? Math.max(1, minimum ?? 1),
    number: 1,
    boolean: true,
    array: schema.items === undefined ? [] : [sampleOf(document, schema.items, name)],
    string: TEXTS[name] ?? name,
  };
  return samples[mainTypeOf(schema)];
}

/** A body of which all may be left out says at least one thing. */
function firstOf(document: ApiDocument, properties: Readonly<Record<string, Schema>>): [string, unknown][] {
  return Object.entries(properties)
    .slice(0, 1)
    .map(([key, schema]) => [key, sampleOf(document, schema, key)]);
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: SAMPLE_ID,
  'date-time': SAMPLE_TIME,
  email: 'robin@example.com',
  uri: 'https://updates.push.services.mozilla.com/wpush/v2/example',
};
const NUMBERS: Readonly<Record<string, number>> = { seconds: 5, credits: 120_000, priceCredits: 120_000 };
const TEXTS: Readonly<Record<string, string>> = {
  text: 'slowly nodding, eyes warm',
  body: 'Good evening.',
  name: 'Mira',
  password: 'correct horse battery',
  currentPassword: 'correct horse battery',
  newPassword: 'staple battery horse',
  engine: 'seedance',
  // the keys of the example in RFC 8291
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
};
