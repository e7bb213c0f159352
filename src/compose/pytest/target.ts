import { functionNotFound, moduleUnfit } from '../../problems.ts';
import { nearest } from '../../nearest.ts';
import type { Tree } from '../../tree.ts';
import { type FunctionOf, isPrivate, type Module, nameIn } from './module.ts';
import { dottedOf, pathsOf } from './place.ts';

/** A module of the project, and what of it was asked for; nothing, where all of it was. */
export interface Target {
  readonly path: string;
  readonly dotted: string;
  readonly wanted: string;
}

/**
 * Understand `src/app/players/service.py:promote` and `app.players.service:Service.promote`.
 *
 * @throws ModuleUnfit - there is no such module, or none that a test could import
 */
export function readTarget(given: string, project: Tree): Target {
  const [, place = '', wanted = ''] = /^(.*?)(?:::?([\w.]+)(?:\(\))?)?$/s.exec(given.trim()) ?? [];
  const path = place.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
  const refuse = (because: string, mend: string) => moduleUnfit(given, because, mend);
  const example = 'Name a module of the project: `src/app/players/service.py:promote`.';
  if (path === '') throw refuse('it names no module', example);
  if (/^([A-Za-z]:|\/|~)/.test(path) || path.split('/').includes('..'))
    throw refuse('it lies outside of the project', example);
  const isPath = path.includes('/') || path.endsWith('.py');
  const found = isPath
    ? [path].find((each) => each.endsWith('.py') && project.read(each) !== undefined)
    : pathsOf(path).find((each) => project.read(each) !== undefined);
  if (found === undefined) throw notThere(path, isPath, project, refuse);
  if (/(^|\/)(test_[^/]*|[^/]*_test|conftest)\.py$/.test(found))
    throw refuse('it is a test itself', 'Name the module that it tests.');
  const dotted = dottedOf(found);
  const part = dotted.split('.').find((each) => !/^[A-Za-z_]\w*$/.test(each));
  if (part !== undefined)
    throw refuse(
      `\`${part}\` cannot be the name of a module, so no test can import it`,
      'Give the file a name of letters, digits and underscores.',
    );
  return { path: found, dotted, wanted };
}

function notThere(
  path: string,
  isPath: boolean,
  project: Tree,
  refuse: (because: string, mend: string) => Error,
): Error {
  const paths = ['src', path.split(/[/.]/)[0]!].flatMap((folder) => project.under(folder));
  const modules = [...new Set(paths)].filter((each) => each.endsWith('.py'));
  const meant = nearest(path, isPath ? modules : modules.map(dottedOf));
  const inside = modules.find((each) => each.startsWith(`${path.replace(/\/$/, '')}/`));
  if (isPath && inside !== undefined)
    return refuse('it is a folder', `Name one of its modules, such as \`${inside}\`.`);
  if (isPath && !path.endsWith('.py') && project.has(path))
    return refuse('it is no Python', 'Name a file that ends with `.py`.');
  return refuse(
    'there is no such module',
    meant === undefined ? 'Name it by its path from here.' : `Did you mean \`${meant}\`?`,
  );
}

/** What nobody calls by name: fixtures, and what pydantic calls when a model is made. */
const uncalled =
  /(^|\.)(fixture|(field|model|root)_validator|validator|(field|model)_serializer|abstract\w*)\b/;

/** Functions and methods that a test could call, in the order of the module. */
export function callable({ functions, classes, exported }: Module): readonly FunctionOf[] {
  const isOffered = (name: string) => exported?.has(name.split('.')[0]!) ?? true;
  return [...functions, ...[...classes.values()].flatMap((each) => each.functions)]
    .filter((fn) => !isPrivate(nameIn(fn)) && isOffered(nameIn(fn)))
    .filter(({ decorators }) => !decorators.some((each) => uncalled.test(each)));
}

/**
 * Those that were asked for: a function, a method, or all methods of a class.
 *
 * @throws FunctionNotFound
 */
export function chosen(
  all: readonly FunctionOf[],
  { wanted, path }: Target,
): readonly FunctionOf[] {
  if (wanted === '') return all;
  const names = all.map(nameIn);
  const ways = [
    (fn: FunctionOf) => nameIn(fn) === wanted,
    (fn: FunctionOf) => fn.owner === wanted || fn.owner.startsWith(`${wanted}.`),
    (fn: FunctionOf) => fn.name === wanted,
  ];
  const found = ways.map((way) => all.filter(way)).find((some) => some.length > 0);
  if (found !== undefined) return found;
  throw functionNotFound(wanted, path, names, isPrivate(wanted));
}
