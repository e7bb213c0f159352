import type { Workspace } from '../../generator.ts';
import { answerRefused, projectUnfit } from '../../problems.ts';
import { parsePython } from '../../python/parser.ts';
import { text, texts } from '../../questions.ts';
import type { Answers } from '../../stages.ts';
import { fieldType } from './field-types.ts';
import { readFields } from './fields.ts';

/** What stands of a resource already, wherever it came from. */
export interface Standing {
  readonly package: string;
  readonly many: string;
  readonly model: string;
}

/** A field of a model that stands: its name, and its type as Python writes it. */
export interface Known {
  readonly name: string;
  readonly python: string;
}

const everyModels = new Set(['id', 'created_at', 'updated_at']);

export const modelPath = ({ package: name, many }: Standing) => `src/${name}/${many}/models.py`;

/**
 * The answers, with what a model that stands says where nobody said anything: its fields, and the
 * path and the owner that it was made with. Without a model a resource has a name.
 *
 * @throws AnswerRefused - the model has a field whose type we cannot keep
 * @throws ProjectUnfit - the file of the model has no such class
 */
export function withStanding(
  answers: Answers,
  standing: Standing,
  { project, manifest }: Workspace,
): Answers {
  const path = modelPath(standing);
  const code = project.read(path);
  const isGiven = texts(answers['fields']).length > 0;
  if (code === undefined) return isGiven ? answers : { ...answers, fields: ['name:str'] };
  const before = manifest.files[path]?.answers ?? {};
  const isPlaced = text(answers['path']) !== '' || text(answers['owner']) !== '';
  const where = isPlaced
    ? {}
    : {
        path: text(before['path']),
        owner:
          text(before['owner']) ||
          (text(before['path']) === '' ? ownerIn(code, standing, path) : ''),
      };
  const placed = { ...answers, ...where };
  if (isGiven) return placed;
  const scope = [...text(placed['path']).matchAll(/\{(\w+)/g)].map(([, name]) => name!);
  const said = readFields(texts(before['fields']), []);
  const specs = texts(before['fields']).flatMap((each) => each.split(/,\s*(?=\w+\s*:)/));
  const fields = knownFields(code, standing, path)
    .filter(({ name }) => !scope.includes(name) && name !== 'owner_id')
    .map(({ name, python }) => {
      const nth = said.findIndex((each) => each.name === name && each.python === python);
      return nth < 0 ? `${name}:${specOf(name, python, path)}` : specs[nth]!;
    });
  return { ...placed, fields };
}

/** A model without an owner's identifier belongs to nobody. */
const ownerIn = (code: string, standing: Standing, path: string): string =>
  knownFields(code, standing, path).some(({ name }) => name === 'owner_id') ? 'user' : 'none';

/**
 * The annotated fields of the class, in their order.
 *
 * @throws ProjectUnfit
 */
export function knownFields(code: string, { model }: Standing, path: string): readonly Known[] {
  const known = parsePython(code.replaceAll('\r\n', '\n'), (root) => {
    const body = root
      .descendantsOfType('class_definition')
      .find((each) => each?.childForFieldName('name')?.text === model)
      ?.childForFieldName('body');
    if (root.hasError || !body) return [];
    return body.namedChildren.flatMap((statement) => {
      const field = statement?.type === 'expression_statement' ? statement.namedChild(0) : null;
      const type = field?.type === 'assignment' ? field.childForFieldName('type') : undefined;
      return type ? [{ name: field!.childForFieldName('left')!.text, python: type.text }] : [];
    });
  });
  if (known === undefined) throw new Error('loadPython() comes before withStanding()');
  if (!known.some(({ name }) => name === 'id'))
    throw projectUnfit(
      `${path} has no class \`${model}\` with an \`id\` that could be kept.`,
      `Mend that file, or move it away: \`create-persona model\` writes one.`,
    );
  return known.filter(({ name }) => !everyModels.has(name));
}

const specs: readonly string[] = [
  ...['str', 'int', 'float', 'decimal', 'bool', 'date', 'datetime', 'uuid'],
  ...['dict', 'list[str]', 'list[int]'],
];

/** How a person would have asked for a field of this type. */
function specOf(name: string, python: string, path: string): string {
  const [, choices] = /^Literal\[(.*)\]$/s.exec(python) ?? [];
  const spec =
    choices === undefined
      ? specs.find((each) => fieldType(each)!.python === python)
      : choices
          .replace(/["']/g, '')
          .split(/\s*,\s*/)
          .filter(Boolean)
          .join('|');
  if (spec !== undefined && fieldType(spec)?.python === python.replace(/,\s*\]$/, ']')) return spec;
  throw answerRefused(
    'fields',
    `${name}: ${python}`,
    `${path} has that field, and it is of no type that we can keep. Give it another, or write this part by hand.`,
  );
}
