import { successOf } from './media.ts';
import type { Losing } from './reading.ts';
import type { References } from './references.ts';
import type { Operation, Resource } from './resource.ts';
import { schemaOf } from './schema.ts';

/** What each method of ours answers when all is well. */
const statuses: Readonly<Record<string, string>> = {
  GET: '200',
  POST: '201',
  PUT: '200',
  PATCH: '200',
  DELETE: '204',
};

const known = new Set(['limit', 'cursor']);

/** Statuses, pages and parameters that are otherwise here than in the document. */
export function loseAnswers(
  { onAll, onOne }: Resource,
  references: References,
  losing: Losing,
): void {
  for (const each of [...onAll, ...onOne]) {
    loseParameters(each, references, losing);
    const name = `${each.method} ${each.path}`;
    const [status, place] = successOf(each.place) ?? [];
    const ours = statuses[each.method];
    if (place === undefined || ours === undefined) continue;
    if (status !== ours) losing.lose('answer', name, `answers ${ours}, not ${status}`, place);
  }
  for (const each of onAll.filter(({ method }) => method === 'GET'))
    losePage(each, references, losing);
}

function loseParameters(
  { method, path, place, item }: Operation,
  references: References,
  { lose }: Losing,
): void {
  const parameters = [item, place].flatMap((each) => each.get('parameters')?.items() ?? []);
  for (const given of parameters) {
    const parameter = references.follow(given);
    const name = String(parameter?.get('name')?.value ?? given.get('$ref')?.value ?? '');
    const where = parameter?.get('in')?.value;
    if (where === 'path') {
      const schema = parameter!.get('schema');
      const keys = schema && schemaOf(schema, references).keys;
      const type = keys?.get('type')?.value;
      if (path.endsWith(`{${name}}`) && keys?.get('format')?.value !== 'uuid')
        lose('parameter', name, 'is a UUID here', given);
      else if (type !== undefined && type !== 'string')
        lose('parameter', name, `is a text here, not of type \`${type}\``, given);
    } else if (!known.has(name)) lose('parameter', name, `is not read by ${method} ${path}`, given);
  }
}

function losePage(operation: Operation, references: References, { lose }: Losing): void {
  const [, place] = successOf(operation.place) ?? [];
  const answer = place && references.follow(place);
  const schema = answer?.get('content')?.entries()[0]?.[1].get('schema');
  if (schema === undefined) return;
  const { properties } = schemaOf(schema, references);
  if (!properties.has('items') || !properties.has('next_cursor'))
    lose(
      'answer',
      `${operation.method} ${operation.path}`,
      'answers a page here: `{ items, next_cursor }`',
      schema,
    );
}
