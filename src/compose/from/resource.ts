import { operationNotFound, sourceWrong } from '../../problems.ts';
import type { Place } from '../../text/yaml.ts';
import type { References } from './references.ts';

/** An operation of a document: a method of a path. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly id: string;
  readonly place: Place;
  /** The path item that holds it, and may hold parameters for all of them. */
  readonly item: Place;
}

/** What an operation belongs to: the path of all, and that of one of them. */
export interface Resource {
  readonly path: string;
  readonly chosen: Operation;
  readonly onAll: readonly Operation[];
  readonly onOne: readonly Operation[];
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** https://spec.openapis.org/oas/v3.1.1.html#paths-object */
export function operationsOf(root: Place, references: References): readonly Operation[] {
  return (root.get('paths')?.entries() ?? []).flatMap(([path, given]) => {
    const item = references.follow(given);
    return (item?.entries() ?? [])
      .filter(([key]) => methods.includes(key))
      .map(([key, place]) => ({
        method: key.toUpperCase(),
        path,
        id: String(place.get('operationId')?.value ?? ''),
        place,
        item: item!,
      }));
  });
}

/**
 * The resource of an operation, which is named by its `operationId` or as `POST /quests`. Without a
 * name it is the only resource that there is.
 *
 * @throws OperationNotFound
 * @throws SourceWrong - there is no operation at all
 */
export function resourceOf(
  file: string,
  wanted: string,
  operations: readonly Operation[],
): Resource {
  if (operations.length === 0)
    throw sourceWrong(file, 'has no operations.', 'Name a document that has some under `paths`.');
  const chosen =
    wanted === '' ? only(operations) : operations.find((each) => isMeant(each, wanted));
  if (chosen === undefined) throw operationNotFound(file, wanted, namesFor(wanted, operations));
  const path = collectionOf(chosen.path);
  return {
    path,
    chosen,
    onAll: operations.filter((each) => erased(each.path) === erased(path)),
    onOne: operations.filter(
      (each) =>
        collectionOf(each.path) !== each.path && erased(collectionOf(each.path)) === erased(path),
    ),
  };
}

const only = (operations: readonly Operation[]) => {
  const paths = new Set(operations.map(({ path }) => erased(collectionOf(path))));
  return paths.size === 1 ? operations[0] : undefined;
};

function isMeant({ id, method, path }: Operation, wanted: string): boolean {
  const [, verb, at] = /^\s*([A-Za-z]+)\s+(\/.*?)\s*$/.exec(wanted) ?? [];
  return verb === undefined
    ? id !== '' && id === wanted.trim()
    : method === verb.toUpperCase() && erased(path) === erased(at!);
}

/** What is asked for by path is answered by paths; where an operation has no name, its path is one. */
const namesFor = (wanted: string, operations: readonly Operation[]) =>
  operations.map(({ id, method, path }) =>
    id === '' || /\s\//.test(wanted) ? `${method} ${path}` : id,
  );

/** `/quests` of `/quests/{id}` as of `/quests`. */
const collectionOf = (path: string) => path.replace(/\/$/, '').replace(/\/\{[^}/]*\}$/, '');

/** What parameters are called is all one, as are a slash at the end and the prefix of every API of ours. */
const erased = (path: string) =>
  path
    .replace(/\{[^}]*\}/g, '{}')
    .replace(/(.)\/$/, '$1')
    .replace(/^\/api\/v1(?=\/)/, '');
