import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { beginning, emptyTree, gitLines, untracked } from './changed.ts';

/**
 * All that a change has touched: the files of `changedFiles`, what is gone, what has another name now
 * by both names, what lies in submodules and in repositories within, and files that git was told
 * to take for unchanged and that are not.
 *
 * @throws GitFailed - no repository, or no such revision
 */
export async function touchedFiles(
  root: string,
  base?: string,
): Promise<{ readonly since: string; readonly paths: ReadonlySet<string> }> {
  const since = await beginning(root, base);
  return { since, paths: new Set(await touchedSince(root, since)) };
}

async function touchedSince(root: string, since: string): Promise<readonly string[]> {
  const [differing, others, hidden] = await Promise.all([
    differences(root, since),
    untracked(root),
    hiddenChanges(root, since),
  ]);
  const within = [
    ...differing.filter(({ isRepository }) => isRepository),
    ...others
      .filter((path) => path.endsWith('/'))
      .map((path) => ({ path: path.slice(0, -1), before: emptyTree })),
  ];
  const inside = await Promise.all(
    within
      // Where it is not checked out, git would answer for the repository around it.
      .filter(({ path }) => exists(join(root, path, '.git')))
      .map(async ({ path, before }) => {
        const folder = join(root, path);
        const isThere = await gitLines(folder, ['cat-file', '-e', before]).then(
          () => true,
          () => before === emptyTree,
        );
        const found = await touchedSince(folder, isThere ? before : emptyTree);
        return found.map((each) => `${path}/${each}`);
      }),
  );
  return [...differing.map(({ path }) => path), ...others, ...hidden, ...inside.flat()];
}

/** https://git-scm.com/docs/diff-format#_raw_output_format; 160000 is the mode of a submodule. */
async function differences(root: string, since: string) {
  const how = ['--raw', '--no-abbrev', '--no-renames', '--relative', '--ignore-submodules=none'];
  const found = await gitLines(root, ['diff', ...how, '-z', since, '--']);
  return found.flatMap((row, nth) => {
    const parts = /^:(\d+) (\d+) ([0-9a-f]+) [0-9a-f]+ [A-Z]\d*$/.exec(row);
    const path = found[nth + 1];
    if (nth % 2 === 1 || parts === null || path === undefined) return [];
    const [, was, is, hash = ''] = parts;
    const before = was === '160000' ? hash : emptyTree;
    return [{ path, isRepository: was === '160000' || is === '160000', before }];
  });
}

/**
 * `git update-index --assume-unchanged` and `--skip-worktree` hide what is done to a file.
 * https://git-scm.com/docs/git-update-index
 */
async function hiddenChanges(root: string, since: string): Promise<readonly string[]> {
  const files = (await gitLines(root, ['ls-files', '-v', '-z'])).flatMap((row) => {
    const path = /^[a-zS] (.*)$/s.exec(row)?.[1];
    return path === undefined ? [] : [path];
  });
  const changed = await Promise.all(
    files
      .filter((path) => exists(join(root, path)))
      .map(async (path) => {
        const hash = (...words: string[]) => gitLines(root, words).catch(() => []);
        const [[now], [then]] = await Promise.all([
          hash('hash-object', '--', path),
          hash('rev-parse', '--verify', '--quiet', '--end-of-options', `${since}:./${path}`),
        ]);
        return now !== undefined && now === then ? [] : [path];
      }),
  );
  return changed.flat();
}

const exists = (path: string) => lstatSync(path, { throwIfNoEntry: false }) !== undefined;
