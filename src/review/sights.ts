import type { Context, Sight } from '../check.ts';
import { placeOf } from '../place.ts';
import { isProjectCode } from '../project-code.ts';
import type { Tree } from '../tree.ts';

/** A context that notes what is seen through it, and the sights since it was last asked for them. */
export function noting(context: Context): { context: Context; sights: () => readonly Sight[] } {
  let seen = new Set<Sight>();
  const { tree } = context;
  const noted: Tree = {
    paths: () => {
      seen.add('paths');
      return tree.paths();
    },
    under: (folder) => {
      seen.add(`under ${folder}`);
      return tree.under(folder);
    },
    read: (path) => {
      seen.add(`read ${path}`);
      return tree.read(path);
    },
    has: (path) => {
      seen.add(`has ${path}`);
      return tree.has(path);
    },
  };
  return {
    context: {
      // The targets are ours, and the same for a version of ours.
      ...context,
      tree: noted,
      gather: (what) => {
        seen.add(what);
        return tree;
      },
      get personas() {
        seen.add('personas');
        return context.personas;
      },
      get today() {
        seen.add('today');
        return context.today;
      },
    },
    sights: () => {
      const all = [...seen];
      seen = new Set();
      return all;
    },
  };
}

/**
 * How each sight looks now: a short text that is another one as soon as a check might see something
 * else there. Each is looked at once.
 *
 * @param hashAt - a hash of the file of a path, whether it is there or not
 * @param hashOf - a hash of a text
 */
export function looksOf(
  context: Context,
  hashAt: (path: string) => string,
  hashOf: (text: string) => string,
): (sight: Sight) => string {
  const known = new Map<Sight, string>();
  return (sight) => {
    const found = known.get(sight) ?? look(sight);
    known.set(sight, found);
    return found;
  };

  function look(sight: Sight): string {
    const { tree, targets, personas, today } = context;
    const [word, path] = [sight.split(' ', 1)[0]!, sight.slice(sight.indexOf(' ') + 1)];
    const hashes = (paths: readonly string[]) =>
      hashOf(paths.map((each) => `${each} ${hashAt(each)}`).join('\n'));
    switch (word) {
      case 'has':
        return tree.has(path) ? 'there' : 'not there';
      case 'read':
        return hashAt(path);
      case 'under':
        return hashOf(tree.under(path).join('\n'));
      case 'paths':
        return hashOf(tree.paths().join('\n'));
      case 'code':
        return hashOf(
          tree
            .paths()
            .filter((each) => isProjectCode(each, targets))
            .join('\n'),
        );
      case 'agents':
        return hashes(tree.paths().filter((each) => placeOf(each, targets)?.kind === 'agent'));
      case 'texts':
        return hashes(tree.paths().filter((each) => placeOf(each, targets) !== undefined));
      case 'personas':
        return hashOf(
          [...personas.values()]
            .map((each) => (each.path.startsWith('.persona/') ? JSON.stringify(each) : each.id))
            .join('\n'),
        );
      case 'today':
        return today ?? '';
      default:
        return 'nobody knows';
    }
  }
}
