import { toJsonSchema } from '@valibot/to-json-schema';
import { allChecks } from '../src/review/checking.ts';
import { configSchema } from '../src/config-schema.ts';
import { personaSchema } from '../src/persona.ts';
import { targets } from '../src/targets/index.ts';

/**
 * The JSON Schema of a persona's front matter, for editors. It is made from the schema that reads
 * personas, so the two cannot disagree; what JSON Schema cannot say (that a glob is one) is left out.
 * https://json-schema.org/draft-07
 */
export function personaJsonSchema(): string {
  const schema = toJsonSchema(personaSchema, { errorMode: 'ignore', typeMode: 'input' });
  const about = {
    $id: 'https://unpkg.com/create-persona/schemas/persona.schema.json',
    title: 'Persona',
  };
  return `${JSON.stringify({ ...about, ...schema }, undefined, 2)}\n`;
}

/** The same for `.persona/config.yaml`, with the checks and targets that there are. */
export function configJsonSchema(): string {
  const schema = toJsonSchema(configSchema({ checks: allChecks, targets }), {
    errorMode: 'ignore',
    typeMode: 'input',
  });
  const about = {
    $id: 'https://unpkg.com/create-persona/schemas/config.schema.json',
    title: 'Config of create-persona',
  };
  return `${JSON.stringify({ ...about, ...schema }, undefined, 2)}\n`;
}
