import { sourceWrong } from '../../problems.ts';
import { fieldOf, own, snakeName } from './field-of-schema.ts';
import { answerSchema, bodySchema } from './media.ts';
import type { Losing } from './reading.ts';
import type { References } from './references.ts';
import type { Operation, Resource } from './resource.ts';
import { type Schema, schemaOf } from './schema.ts';

/** A resource has as many fields, and not more. */
const most = 12;

/**
 * The fields of a resource, as `--fields` takes them: what one sends to create it; else to replace
 * or change it; else what one gets.
 *
 * @throws SourceWrong - there are none, or too many
 */
export function fieldsOf(
  file: string,
  resource: Resource,
  parameters: readonly string[],
  references: References,
  losing: Losing,
): readonly string[] {
  const { onAll, onOne } = resource;
  const by = (method: string, among: readonly Operation[]) =>
    among.filter((each) => each.method === method);
  const writers = [...by('POST', onAll), ...by('PUT', onOne), ...by('PATCH', onOne)];
  const sent = writers.flatMap((each) => requestOf(each, references, losing) ?? []);
  const got = [...by('GET', onOne), ...by('POST', onAll)].flatMap((each) => {
    const place = answerSchema(each, references);
    return place === undefined ? [] : [schemaOf(place, references)];
  });
  const schema = sent[0] ?? got[0];
  if (schema === undefined || schema.unknown !== undefined)
    throw sourceWrong(
      `${file}:${(schema?.unknown?.at ?? resource.chosen.place).line}`,
      `does not tell the fields: ${schema?.unknown?.because ?? 'no operation here takes or answers an object in JSON'}.`,
      'Say them yourself, with `--fields`.',
    );
  refuseChoice(file, schema);
  tellOthers(schema, [...sent.slice(1), ...got], parameters, losing);
  const fields = [...schema.properties].flatMap(
    (each) => fieldOf(each, schema.required.has(each[0]), parameters, references, losing) ?? [],
  );
  const twice = fields.find(
    (each, nth) => fields.findIndex((other) => name(other) === name(each)) < nth,
  );
  if (twice !== undefined)
    throw sourceWrong(
      `${file}:${schema.line.line}`,
      `has two properties that would both be \`${name(twice)}\`.`,
      'Say the fields yourself, with `--fields`.',
    );
  if (fields.length === 0 || fields.length > most)
    throw sourceWrong(
      `${file}:${schema.line.line}`,
      `has ${fields.length} properties that can be fields, and an endpoint has 1 to ${most}.`,
      'Choose them yourself, with `--fields`.',
    );
  return fields;
}

const name = (field: string) => field.split(':')[0];

function requestOf(
  operation: Operation,
  references: References,
  { lose }: Losing,
): Schema | undefined {
  const body = bodySchema(operation, references);
  if (body === undefined) return undefined;
  const of = `${operation.method} ${operation.path}`;
  for (const [type, place] of body.others) lose('method', of, `takes no \`${type}\``, place);
  return body.schema && schemaOf(body.schema, references);
}

/** What one sends may be this or that: then nobody can tell the fields of it. @throws SourceWrong */
function refuseChoice(file: string, { keys }: Schema): void {
  const choice = ['oneOf', 'anyOf', 'not'].find((key) => keys.has(key));
  if (choice !== undefined)
    throw sourceWrong(
      `${file}:${keys.get(choice)!.line}`,
      `does not tell the fields: \`${choice}\` leaves them open.`,
      'Say them yourself, with `--fields`.',
    );
}

/** What another operation takes or answers and this schema lacks is no field. */
function tellOthers(
  schema: Schema,
  others: readonly Schema[],
  parameters: readonly string[],
  { lose }: Losing,
): void {
  for (const [given, place] of others.flatMap(({ properties }) => [...properties])) {
    const isOurs = own.has(snakeName(given)) || parameters.includes(snakeName(given));
    if (!isOurs && given !== 'owner_id' && !schema.properties.has(given))
      lose('field', given, 'is left out: one cannot set it on creating', place);
  }
}
