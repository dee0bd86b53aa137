import { html } from 'hono/html';
import { PROBLEMS } from '../v1/problems.ts';
import { type ApiDocument, nameOfReference, type Operation, type Schema } from './api-document.ts';
import { curlExample } from './curl-example.ts';
import { type SchemaRow, schemaRows, type TypeWord } from './schema-rows.ts';

type Html = ReturnType<typeof html>;

interface NamedOperation extends Operation {
  readonly method: string;
  readonly path: string;
}

/** The document of the API as one page to read: no scripts, every operation with a command that does it. */
export function docsPage(document: ApiDocument): Html {
  const { title, description } = document.info;
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): NamedOperation => ({ ...operation, method, path })),
  );
  const tags = [...new Set(operations.flatMap((operation) => operation.tags))];
  const ofTag = (tag: string) => operations.filter((operation) => operation.tags.includes(tag));
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title} API</title>
    <link rel="stylesheet" href="/docs/style.css">
  </head>
  <body>
    <a class="skip" href="#main">To the content</a>
    <header>
      <p class="product">${title}</p>
      <nav aria-label="Contents">
        <ul>
          <li><a href="#begin">Begin here</a></li>
          ${tags.map((tag) => contents(tag, ofTag(tag)))}
          <li><a href="#problems">What can go wrong</a></li>
          <li><a href="#schemas">Things</a></li>
        </ul>
      </nav>
    </header>
    <main id="main">
      <h1>${title} API</h1>
      ${beginning(description)}
      ${tags.map(
        (tag) => html`<section id="${idOfTag(tag)}">
          <h2>${tag}</h2>
          ${ofTag(tag).map((operation) => operationArticle(document, operation))}
        </section>`,
      )}
      ${problemsSection()}
      ${schemasSection(document)}
    </main>
  </body>
</html>`;
}

const idOfTag = (tag: string): string => `tag-${tag.toLowerCase().replaceAll(' ', '-')}`;

function contents(tag: string, operations: readonly NamedOperation[]): Html {
  return html`<li><a href="#${idOfTag(tag)}">${tag}</a>
    <ul>${operations.map(
      ({ operationId, method, path }) =>
        html`<li><a href="#${operationId}"><span class="method">${method}</span> ${path}</a></li>`,
    )}</ul>
  </li>`;
}

function beginning(description: string): Html {
  return html`<section id="begin">
    <p class="lead">${inWords(description)}</p>
    <p>The machine-readable document is <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1). The examples below run in a
      shell that knows where the service is and who asks:</p>
    <pre><code>REVERIE=https://motion.example.com
REVERIE_API_KEY=rvk_…</code></pre>
    <p>A clip from order to file: <a href="#getMotions">look at the motions and prices</a>,
      <a href="#createQuote">ask for a quote</a>, <a href="#createClip">order it</a>,
      <a href="#getEvents">hear when it is ready</a> or <a href="#getClip">ask</a>, fetch <code>file.downloadUrl</code>.</p>
  </section>`;
}

function operationArticle(document: ApiDocument, operation: NamedOperation): Html {
  const { operationId, method, path, summary, description, parameters = [], requestBody } = operation;
  const [success = ['', {}]] = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
  const body = contentSchema(requestBody?.content);
  const answer = contentSchema(success[1].content);
  const given = parameters.map(({ name, schema, required, description: meaning }): SchemaRow => {
    const [row] = schemaRows({ ...schema, ...(meaning !== undefined && { description: meaning }) }, name, !required);
    return row as SchemaRow;
  });
  return html`<article id="${operationId}">
    <h3><a href="#${operationId}"><span class="method ${method}">${method}</span> <code>/v1${breakable(path)}</code></a></h3>
    <p><strong>${summary}.</strong> ${description === undefined ? '' : inWords(description)} ${whoMay(operation)}</p>
    ${given.length === 0 ? '' : table('Parameters', given)}
    ${body === undefined ? '' : table('Body', schemaRows(unfolded(document, body)))}
    ${answerPart(success[0], answer)}
    <pre tabindex="0"><code>${curlExample(document, method, path, operation)}</code></pre>
  </article>`;
}

/** What is sent is read right here; what is answered is one of a few things that are described once. */
function unfolded({ components }: ApiDocument, schema: Schema): Schema {
  return (schema.$ref === undefined ? undefined : components.schemas[nameOfReference(schema.$ref)]) ?? schema;
}

function answerPart(status: string, schema: Schema | undefined): Html {
  if (schema === undefined) return html`<p class="answer">Answers ${status} with nothing.</p>`;
  const rows = schemaRows(schema);
  const [only] = rows;
  if (rows.length > 1 || only?.path !== '') return table(`Answer ${status}`, rows);
  return html`<p class="answer">Answers ${status}: ${only.type.map(typeWord)}.</p>`;
}

const contentSchema = (content: Readonly<Record<string, { schema: Schema }>> | undefined): Schema | undefined =>
  Object.values(content ?? {})[0]?.schema;

function whoMay({ security = [] }: Operation): Html {
  const [scope] = security.flatMap((way) => Object.values(way)).flat();
  if (security.length === 0) return html`<span class="who">For everybody.</span>`;
  return html`<span class="who">Needs the scope <code>${scope}</code>.</span>`;
}

function table(caption: string, rows: readonly SchemaRow[]): Html {
  return html`<table>
    <caption>${caption}</caption>
    <tbody>${rows.map(
      ({ path, type, isOptional, meaning }) => html`<tr>
        <th scope="row"><code>${breakable(path || 'all of it')}</code>${isOptional ? html` <small>optional</small>` : ''}</th>
        <td>${type.map(typeWord)}${meaning === '' ? '' : html` <span class="meaning">${inWords(meaning)}</span>`}</td>
      </tr>`,
    )}</tbody>
  </table>`;
}

function typeWord(word: TypeWord): Html | string {
  return typeof word === 'string' ? word : html`<a href="#schema-${word.schema}">${word.schema}</a>`;
}

function problemsSection(): Html {
  return html`<section id="problems">
    <h2>What can go wrong</h2>
    <p>Everything that goes wrong is answered with a problem document (RFC 9457, <code>application/problem+json</code>). Decide
      on <code>code</code>; show <code>detail</code> and <code>nextStep</code> to the person.</p>
    <table>
      <caption>Codes</caption>
      <tbody>${Object.entries(PROBLEMS).map(
        ([code, [status, title, nextStep]]) => html`<tr>
          <th scope="row"><code>${breakable(code)}</code> <small>${status}</small></th>
          <td>${title}. <span class="meaning">${nextStep}</span></td>
        </tr>`,
      )}</tbody>
    </table>
  </section>`;
}

function schemasSection({ components }: ApiDocument): Html {
  const named = Object.entries(components.schemas).sort(([a], [b]) => a.localeCompare(b));
  return html`<section id="schemas">
    <h2>Things</h2>
    ${named.map(
      ([name, schema]) => html`<article id="schema-${name}">
        <h3><a href="#schema-${name}">${name}</a></h3>
        ${table('Values', schemaRows(schema))}
      </article>`,
    )}
  </section>`;
}

/** Words between back quotes are code. */
function inWords(text: string): Html[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}

/** Long names may be cut where a person would cut them. */
function breakable(text: string): Html[] {
  return text.split(/(?<=[/.\-[])/).map((part, index) => (index === 0 ? html`${part}` : html`<wbr>${part}`));
}
