import type { Tree } from '../tree.ts';

/** The files of a graph of Logseq that are pages. */
export type Graph = readonly string[];

/**
 * The graphs of Logseq in a repository: each has a `logseq/config.edn`, which may say where its pages are.
 * https://github.com/logseq/logseq/blob/master/deps/common/resources/templates/config.edn
 */
export const graphsIn = (tree: Tree): readonly Graph[] =>
  tree.paths().flatMap((path) => {
    if (path !== settings && !path.endsWith(`/${settings}`)) return [];
    const root = path.slice(0, -settings.length);
    const said = tree.read(path) ?? '';
    const folders = ['pages', 'journals'].map(
      (each) => new RegExp(`^[^;]*:${each}-directory "([^"]+)"`, 'm').exec(said)?.[1] ?? each,
    );
    return [folders.flatMap((each) => tree.under(root + each)).filter((each) => isPage.test(each))];
  });

const settings = 'logseq/config.edn';
const isPage = /\.(md|markdown|org)$/i;

/**
 * Whether a graph has a page: a file of its name, in which `___` or `%2F` stands for each `/`, or a page that
 * gives itself that title or alias. Letters count alike, large or small.
 */
export function hasPage(name: string, graph: Graph, tree: Tree): boolean {
  const wanted = name.trim().toLowerCase();
  return (
    graph.some((path) => pageOf(path) === wanted) ||
    graph.some((path) => namesIn(tree.read(path) ?? '').includes(wanted))
  );
}

const pageOf = (path: string) =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .replace(isPage, '')
    .replaceAll(/___|%2F/gi, '/')
    .toLowerCase();

const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/^(?:title|alias):: (.+)$/gim)].flatMap(([, names]) =>
    names!.split(',').map((each) =>
      each
        .replaceAll(/\[\[|\]\]/g, '')
        .trim()
        .toLowerCase(),
    ),
  );
