import { readFields } from '../fastapi/fields.ts';
import { Problem } from '../../problems.ts';
import type { Place } from '../../text/yaml.ts';
import type { Losing } from './reading.ts';
import type { References } from './references.ts';
import { type Schema, schemaOf } from './schema.ts';
import { typeWord } from './type-word.ts';

/** What a schema says beside what it is: for readers only. */
const remarks = new Set(
  'title description example examples deprecated externalDocs xml $comment readOnly writeOnly nullable type'.split(
    ' ',
  ),
);

/**
 * A property as `name:type=default`; nothing, where no field can be it. Whatever of it a field
 * cannot hold is a loss.
 */
export function fieldOf(
  [given, place]: readonly [string, Place],
  isRequired: boolean,
  taken: readonly string[],
  references: References,
  losing: Losing,
): string | undefined {
  const lose = (because: string, at: Place = place) => losing.lose('field', given, because, at);
  const schema = schemaOf(place, references);
  const name = snakeName(given);
  if (schema.unknown !== undefined) {
    lose(`is left out: ${schema.unknown.because}`, schema.unknown.at);
    return undefined;
  }
  if (own.has(name)) {
    if (schema.keys.get('readOnly')?.value !== true)
      lose('is left out: every resource has one of itself');
    return undefined;
  }
  if (schema.keys.get('readOnly')?.value === true) {
    lose('is left out: only the server sets it (`readOnly`)');
    return undefined;
  }
  const word = typeWord(schema, references);
  if (word.type === undefined) {
    lose(`is left out: ${word.because}`, schema.keys.get(word.key ?? '') ?? place);
    return undefined;
  }
  const refused = refusal(`${name}:${word.type}`, taken);
  if (refused !== undefined) {
    lose(`is left out: ${refused}`);
    return undefined;
  }
  if (name !== given) lose(`is called \`${name}\``);
  if (schema.keys.get('writeOnly')?.value === true) lose('is answered, too, though `writeOnly`');
  if (schema.isNullable) lose('cannot be `null`');
  for (const [key, at] of schema.keys) {
    const isHeld =
      remarks.has(key) || word.held.has(key) || key === 'default' || key.startsWith('x-');
    if (!isHeld) lose(`is not held to \`${key}\``, at);
  }
  if (word.because !== undefined) lose(word.because, schema.keys.get(word.key ?? '') ?? place);
  const ending = defaultOf(schema, isRequired, word.type, (text) => {
    const because = refusal(`${name}:${word.type}=${text}`, taken);
    return because === undefined && !/,\s*\w+\s*:/.test(text);
  });
  if (ending.because !== undefined) lose(ending.because, schema.keys.get('default') ?? place);
  return `${name}:${word.type}${ending.text}`;
}

/** What every resource has of itself. */
export const own: ReadonlySet<string> = new Set(['id', 'created_at', 'updated_at']);

export const snakeName = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();

function refusal(field: string, taken: readonly string[]): string | undefined {
  try {
    readFields([field], taken);
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.message
      .replace(/^.*cannot be a field: /s, '')
      .replace(/\. Nothing was written\.$/, '');
  }
}

/** What stands behind the type. An optional list or map without a default is an empty one. */
function defaultOf(
  { keys }: Schema,
  isRequired: boolean,
  type: string,
  accepts: (text: string) => boolean,
): { readonly text: string; readonly because?: string } {
  const given = keys.get('default');
  const empty = type.startsWith('list') ? '[]' : type === 'dict' ? '{}' : undefined;
  if (given === undefined || given.is === 'nothing') {
    if (isRequired) return { text: '' };
    if (empty !== undefined) return { text: `=${empty}` };
    return { text: '', because: 'must be given: it is optional there, and has no default' };
  }
  const isEmpty = given.entries().length === 0 && given.items().length === 0;
  const text = given.value === undefined ? (isEmpty ? empty : undefined) : String(given.value);
  if (text === undefined || !accepts(text))
    return { text: '', because: 'must be given: its default cannot be that of such a field' };
  return { text: `=${text}` };
}
