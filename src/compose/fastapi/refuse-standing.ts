import type { Workspace } from '../../generator.ts';
import { answerRefused, nameRefused } from '../../problems.ts';
import type { Endpoint } from './endpoint-view.ts';
import type { Names } from './names.ts';
import { type Known, knownFields, modelPath } from './standing.ts';

/** What stands of a resource may be of another kind than what was asked for. Then nothing fits. */

/** @throws NameRefused - the package has something else of that name */
export function refuseTakenComponent(
  name: string,
  { one, many, model }: Names,
  { project }: Workspace,
): void {
  const inside = project.under(`src/${name}`).map((path) => path.split('/')[2]!);
  const twin = inside.find(
    (each) => each !== many && each.toLowerCase().replace(/\.py$/, '') === many,
  );
  const own = `src/${name}/${many}`;
  const isOurs =
    project.has(`${own}/repository.py`) ||
    new RegExp(`^class ${model}\\b`, 'm').test(project.read(`${own}/models.py`) ?? '');
  if (twin !== undefined || (inside.includes(many) && !isOurs))
    throw nameRefused('name', one, `src/${name}/${twin ?? many} is there already`, `${one}_item`);
  // Every app has a `tests/support/tokens.py`, with other things in it.
  const support = `tests/support/${many}.py`;
  const standing = project.read(support);
  if (standing !== undefined && !inside.includes(many) && !standing.includes(`import ${model}\n`))
    throw nameRefused('name', one, `${support} is there already`, `${one}_item`);
}

/**
 * @throws AnswerRefused - the model that stands has other fields than those asked for
 */
export function refuseOtherModel(
  { package: name, names, fields, scope }: Endpoint,
  { project }: Workspace,
): void {
  const standing = { package: name, ...names };
  const path = modelPath(standing);
  const code = project.read(path);
  if (code === undefined) return;
  const known = knownFields(code, standing, path);
  const wanted: readonly Known[] = [
    ...scope.parts.map((part) => ({ name: part.name, python: 'str' })),
    ...fields,
  ];
  const isIn = ({ name: one, python }: Known, list: readonly Known[]) =>
    list.some((each) => each.name === one && each.python === python);
  const shown = known.map((each) => `${each.name}: ${each.python}`).join(', ');
  const missing = wanted.find((each) => !isIn(each, known));
  const more = known.find((each) => !isIn(each, wanted));
  const other = missing ?? more;
  if (other === undefined) return;
  throw answerRefused(
    scope.parts.some((part) => part.name === other.name) || other.name === 'owner_id'
      ? 'owner'
      : 'fields',
    other.name,
    `${path} ${missing === undefined ? 'has that field too' : `has no \`${other.name}: ${other.python}\``} (it has ${shown}). Leave \`--fields\` out to take those, give the \`--path\` and \`--owner\` that it was made with, or change the model first.`,
  );
}

/**
 * The stores of a repository that stands, which nobody need say again.
 *
 * @throws AnswerRefused - others were asked for
 */
export function standingStores(
  asked: readonly string[],
  { package: name, many }: { readonly package: string; readonly many: string },
  generator: string,
  { project, manifest }: Workspace,
): readonly string[] {
  const path = `src/${name}/${many}/dependencies.py`;
  const stand = ['redis', 'neo4j'].filter((store) =>
    project.has(`src/${name}/${many}/${store}_repository.py`),
  );
  const isFree =
    stand.length === 0 || !project.has(path) || manifest.files[path]?.generator === generator;
  const isDefault = asked.join() === 'redis';
  if (isFree || [...asked].sort().join() === [...stand].sort().join()) return asked;
  if (isDefault) return stand;
  throw answerRefused(
    'store',
    asked.join(','),
    `${path} picks from ${stand.join(' and ')}. Say \`--store ${stand.join(',')}\`, or add the other store to that file first.`,
  );
}

/** @throws AnswerRefused - the schemas that stand lack one that these methods take */
export function refuseOtherSchemas(
  { package: name, names, operations }: Endpoint,
  { project }: Workspace,
): void {
  const path = `src/${name}/${names.many}/schemas.py`;
  const code = project.read(path);
  if (code === undefined) return;
  const can = (...any: readonly string[]) => operations.some((each) => any.includes(each));
  const wanted = [
    `${names.model}Read`,
    ...(can('create', 'replace') ? [`${names.model}Create`] : []),
    ...(can('update') ? [`${names.model}Update`] : []),
  ];
  const missing = wanted.find((each) => !new RegExp(`^class ${each}\\b`, 'm').test(code));
  if (missing !== undefined)
    throw answerRefused(
      'methods',
      operations.join(','),
      `${path} has no \`${missing}\`. Add it there, or ask for fewer \`--methods\`.`,
    );
}
