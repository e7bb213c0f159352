import { fieldRefused } from '../../problems.ts';
import { capital } from '../../words.ts';
import type { FieldType } from './field-type.ts';
import { fieldType, typeNames } from './field-types.ts';
import { isSecretName, looksDrawn } from './secret-looks.ts';
import { builtins, keywords, modelAttributes } from './reserved-names.ts';

/** A field that a client sets. */
export interface Field extends FieldType {
  readonly name: string;
  /** `Action type` */
  readonly title: string;
  /** As Python writes it; empty where the client must give one. */
  readonly default: string;
  readonly isRequired: boolean;
}

/**
 * The fields that `name:type[=default]` stand for.
 *
 * @param taken - names that the resource has already, such as `player_id`
 * @throws FieldRefused
 */
export function readFields(given: readonly string[], taken: readonly string[]): readonly Field[] {
  const fields = given
    .flatMap((each) => each.split(/,\s*(?=\w+\s*:)/))
    .map((each) => readField(each.trim(), taken));
  for (const [nth, { name }] of fields.entries()) {
    if (fields.findIndex((each) => each.name === name) < nth)
      throw fieldRefused(name, 'it is there twice', 'Leave one of them out.');
  }
  return fields;
}

function readField(given: string, taken: readonly string[]): Field {
  const [, name = '', typeName = 'str', text] =
    /^([^:=]*?)\s*(?::\s*([^=]*?))?\s*(?:=\s*(.*))?$/s.exec(given) ?? [];
  refuseName(name, taken);
  const type = fieldType(typeName);
  if (type === undefined)
    throw fieldRefused(
      given,
      `there is no type \`${typeName}\``,
      `Choose one of ${typeNames.map((each) => `\`${each}\``).join(', ')}; \`str\`, \`text\`, \`int\`, \`float\` and \`decimal\` may have limits: \`int(0..100)\`.`,
    );
  const literal = text === undefined ? '' : type.literal(text);
  if (literal === undefined)
    throw fieldRefused(
      given,
      `\`${text}\` is no default for \`${typeName}\``,
      'Give another default, or none.',
    );
  if (type.python === 'str') refuseSecret(name, text ?? '');
  return {
    ...type,
    name,
    title: capital(name.replaceAll('_', ' ')),
    default: literal,
    isRequired: literal === '',
  };
}

/** Whoever can read the code could read it, and `verify` would find it. */
function refuseSecret(name: string, text: string): void {
  const because = isSecretName(name)
    ? 'its default would stand in the code, for all to read'
    : looksDrawn(text) && 'its default looks like a key, and would stand in the code';
  if (text !== '' && because)
    throw fieldRefused(name, because, `Leave the default out: \`${name}:str\`.`);
}

function refuseName(name: string, taken: readonly string[]): void {
  const refuse = (because: string, instead: string) =>
    fieldRefused(name, because, `Take another name, such as \`${instead}\`.`);
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name))
    throw refuse(
      'a name is small letters, digits and single underscores',
      name
        .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '_')
        .replace(/^[_0-9]+|_+$/g, '') || 'value',
    );
  if (name.length > 30) throw refuse('it has more than 30 letters', name.slice(0, 30));
  if (keywords.has(name)) throw refuse('it is a word of Python', `${name}_name`);
  if (builtins.has(name)) throw refuse('it is a function of Python', `${name}_value`);
  if (modelAttributes.has(name) || name.startsWith('model_'))
    throw refuse('every model has something of that name', `own_${name}`);
  if (taken.includes(name)) throw refuse('the path gives it', `other_${name}`);
}
