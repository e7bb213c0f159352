import { sourceWrong } from '../../problems.ts';
import type { Reading } from '../../generator.ts';
import { readYaml, type Place } from '../../text/yaml.ts';
import { fieldsOf } from './body-fields.ts';
import { snakeName } from './field-of-schema.ts';
import { nameOf } from './resource-name.ts';
import { losing, type Losing } from './reading.ts';
import { references } from './references.ts';
import { operationsOf, type Operation, type Resource, resourceOf } from './resource.ts';
import { loseAnswers } from './lost-answers.ts';
import { ownerOf } from './security.ts';
import { summaryOf } from './summary.ts';

/**
 * What an OpenAPI document (3.0 or 3.1, YAML or JSON) says to the questions of `endpoint`, about the
 * resource that an operation belongs to. https://spec.openapis.org/oas/v3.1.1.html
 *
 * @param says - questions that the person has answered: what the document says there is not read
 * @throws SourceWrong, OperationNotFound
 */
export async function openapiAnswers(
  file: { readonly path: string; readonly text: string },
  operation: string,
  says: (question: string) => boolean,
): Promise<Reading> {
  const root = await rootOf(file);
  const refs = references(file.path, root);
  const losses = losing(file.path);
  const resource = resourceOf(file.path, operation, operationsOf(root, refs));
  const path = pathOf(resource.path);
  const parameters = [...path.matchAll(/\{(\w+)/g)].map(([, name]) => name!);

  const answers: Record<string, string | readonly string[]> = {
    name: nameOf(resource, refs),
    path,
  };
  if (!says('methods')) answers['methods'] = methodsOf(resource, losses);
  if (!says('fields')) answers['fields'] = fieldsOf(file.path, resource, parameters, refs, losses);
  const owner = says('owner') ? '' : ownerOf(resource, root, losses);
  if (owner !== '') answers['owner'] = owner;
  const summary = says('summary') ? '' : summaryOf(resource, losses);
  if (summary !== '') answers['summary'] = summary;
  loseAnswers(resource, refs, losses);
  return { answers, changes: losses.changes };
}

async function rootOf({ path, text }: { path: string; text: string }): Promise<Place> {
  const read = await readYaml(text);
  if ('broken' in read)
    throw sourceWrong(
      `${path}:${read.broken.line}`,
      `cannot be read: ${read.broken.because.replace(/\.?$/, '.')}`,
      'Mend that line and run again.',
    );
  const version = read.root.get('openapi')?.value;
  if (typeof version === 'string' && /^3\.[01]\./.test(version)) return read.root;
  const other = read.root.get('openapi') ?? read.root.get('swagger');
  throw sourceWrong(
    `${path}:${other?.line ?? 1}`,
    other === undefined
      ? 'is no OpenAPI document: it has no `openapi: 3.…`.'
      : `is of version ${other.value}, and only 3.0 and 3.1 are known here.`,
    'Name an OpenAPI document of version 3.0 or 3.1, or a specification of an API (`.spec.md`).',
  );
}

/** In a URL nobody sees what a parameter is called; in Python it is an argument. */
const pathOf = (path: string) =>
  path
    .replace(/^\/api\/v1(?=\/)/, '')
    .replace(/\{([^}]*)\}/g, (_, name: string) => `{${snakeName(name)}}`);

const words = { POST: 'POST', GET: 'GET', PUT: 'PUT', PATCH: 'PATCH', DELETE: 'DELETE' } as const;

/** As a person would say them: `GET` where one can list and read, and one of these where not both. */
function methodsOf({ onAll, onOne, path }: Resource, { lose }: Losing): readonly string[] {
  const all = new Set(onAll.map(({ method }) => method));
  const one = new Set(onOne.map(({ method }) => method));
  const isLost = ({ method, path: at, place }: Operation, known: readonly string[], of: string) => {
    if (!known.includes(method))
      lose('method', `${method} ${at}`, `is left out: ${of} have no such method here`, place);
  };
  for (const each of onAll) isLost(each, ['GET', 'POST'], `collections such as ${path}`);
  for (const each of onOne) isLost(each, ['GET', 'PUT', 'PATCH', 'DELETE'], 'items');
  const reads = { list: all.has('GET'), read: one.has('GET') };
  const found = [
    reads.list && reads.read ? [words.GET] : [reads.list && 'list', reads.read && 'read'],
    all.has('POST') && words.POST,
    (['PUT', 'PATCH', 'DELETE'] as const).filter((each) => one.has(each)),
  ];
  const given = found.flat().filter((each): each is string => typeof each === 'string');
  return given.length === 0 ? [] : [given.join(',')];
}
