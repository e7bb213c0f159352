import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { isClosed, skipped } from './tree.ts';

/** The rules of one `.gitignore`, and how a path of ours is called from where it lies. */
interface Rules {
  readonly text: string;
  readonly rules: Ignore;
  readonly from: (path: string) => string;
}

/**
 * Every file below `root` that git would not ignore, in the order of its path: `.gitignore` of the
 * folder itself, of those below and of those above it up to the repository's, and what the
 * repository keeps to itself in `.git/info/exclude`. Folders that are ignored are never read.
 *
 * @param closed - is told of each folder that cannot be read
 */
export function keptFiles(
  root: string,
  closed: (folder: string) => void = () => {},
): readonly string[] {
  const above = rulesAbove(root);
  return walk(root, '', above, closed).sort();
}

function walk(
  root: string,
  folder: string,
  above: readonly Rules[],
  closed: (folder: string) => void,
): string[] {
  let entries: import('node:fs').Dirent[];
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (isClosed(error)) closed(folder);
    return [];
  }
  const own = entries.some(({ name }) => name === '.gitignore')
    ? rulesOf(join(root, folder, '.gitignore'), (path) =>
        folder === '' ? path : path.slice(folder.length + 1),
      )
    : undefined;
  const all = own === undefined ? above : [own, ...above];
  const files: string[] = [];
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name) && !isIgnored(`${path}/`, all))
        files.push(...walk(root, path, all.map(lettingIn(`${path}/`)), closed));
    } else if (entry.isFile() && !isIgnored(path, all)) files.push(path);
  }
  return files;
}

/** The innermost file that says anything of a path has the last word. */
function isIgnored(path: string, all: readonly Rules[]): boolean {
  for (const { rules, from } of all) {
    const { ignored, unignored } = rules.test(from(path));
    if (ignored) return true;
    if (unignored) return false;
  }
  return false;
}

/**
 * Rules that would ignore a folder, and were overruled by a file further in, must not ignore all
 * that is in it for its sake: `ignore` looks at the folders of a path, too.
 */
const lettingIn =
  (folder: string) =>
  (each: Rules): Rules => {
    const path = each.from(folder);
    if (!each.rules.test(path).ignored) return each;
    const text = `${each.text}\n!/${path.replace(/[\\*?[\]!# ]/g, '\\$&')}`;
    return { ...each, text, rules: ignore().add(text) };
  };

/** Innermost first. None where the folder itself is ignored: who asks for it means it. */
function rulesAbove(root: string): readonly Rules[] {
  const start = resolve(root);
  const all: Rules[] = [];
  for (let folder = start; ; folder = dirname(folder)) {
    const inside = relative(folder, start).replaceAll('\\', '/');
    const from = (path: string) => (inside === '' ? path : `${inside}/${path}`);
    if (folder !== start) all.push(...some(rulesOf(join(folder, '.gitignore'), from)));
    if (existsSync(join(folder, '.git'))) {
      all.push(...some(rulesOf(join(folder, '.git', 'info', 'exclude'), from)));
      return inside !== '' && isIgnored('', all) ? [] : all;
    }
    if (dirname(folder) === folder) return [];
  }
}

const some = <T>(one: T | undefined): readonly T[] => (one === undefined ? [] : [one]);

function rulesOf(path: string, from: Rules['from']): Rules | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    return { text, rules: ignore().add(text), from };
  } catch {
    return undefined;
  }
}
