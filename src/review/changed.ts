import type { ExecFileOptions } from 'node:child_process';
import { promisify } from 'node:util';
import { gitFailed } from '../problems.ts';

/** Loaded by the run that asks git, and by no other. */
async function run(program: string, words: readonly string[], options: ExecFileOptions) {
  const { execFile } = await import('node:child_process');
  const { stdout } = await promisify(execFile)(program, words, { ...options, encoding: 'utf8' });
  return { stdout };
}

/**
 * The files of a project that differ from a revision: what was committed since the two parted, what
 * is staged, what is in the work tree, and what git does not know yet. Without a revision, since
 * the last commit. What was deleted is not there to be read.
 *
 * @throws GitFailed - no repository, or no such revision
 */
export async function changedFiles(root: string, base?: string): Promise<ReadonlySet<string>> {
  const since = await beginning(root, base);
  const [tracked, others] = await Promise.all([
    gitLines(root, ['diff', '--name-only', '--relative', '-z', '--diff-filter=d', since, '--']),
    untracked(root),
  ]);
  return new Set([...tracked, ...others]);
}

/** The text of a file at a revision, or nothing where it was not there. */
export const textAt = (root: string, revision: string, path: string): Promise<string | undefined> =>
  run('git', ['show', '--end-of-options', `${revision}:./${path}`], { cwd: root }).then(
    ({ stdout }) => stdout,
    () => undefined,
  );

/** What git does not know yet, and is not told to pass by. A repository within ends in `/`. */
export const untracked = (root: string): Promise<readonly string[]> =>
  gitLines(root, ['ls-files', '--others', '--exclude-standard', '-z']);

/** The revision that differences count from. @throws GitFailed - no repository, or no such revision */
export async function beginning(root: string, base?: string): Promise<string> {
  const git = (...words: string[]) => gitLines(root, words);
  if (base === undefined) return (await isRevision(root, 'HEAD')) ? 'HEAD' : emptyTree;
  if (!(await isRevision(root, base)) && (await isRepository(root)))
    throw gitFailed(`there is no revision \`${base}\``);
  // In the middle of a merge, HEAD does not have yet what the other side brings.
  const merged = (await isRevision(root, 'MERGE_HEAD')) ? ['MERGE_HEAD'] : [];
  return (
    (await git('merge-base', '--', base, 'HEAD', ...merged).catch(() => []))[0] ??
    // Two histories without a common beginning, as in a shallow clone.
    (await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`))[0] ??
    base
  );
}

/** Whether git knows a revision of this name here. */
export const isRevision = (root: string, name: string): Promise<boolean> =>
  run('git', ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`], {
    cwd: root,
  }).then(
    () => true,
    () => false,
  );

const isRepository = (root: string) =>
  run('git', ['rev-parse', '--git-dir'], { cwd: root }).then(
    () => true,
    () => false,
  );

/** What git calls a tree without files: all is changed in a repository without a commit. */
export const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** What git prints, cut at its zeros or its line ends. @throws GitFailed */
export async function gitLines(root: string, words: readonly string[]): Promise<readonly string[]> {
  try {
    // A repository within may name a program there, which nobody asked to be run.
    const { stdout } = await run('git', ['-c', 'core.fsmonitor=false', ...words], {
      cwd: root,
      maxBuffer: 256 * 1024 * 1024,
    });
    return stdout.split(stdout.includes('\0') ? '\0' : '\n').filter(Boolean);
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: string };
    throw gitFailed(
      code === 'ENOENT'
        ? 'there is no `git` here'
        : (stderr ?? '')
            .trim()
            .split('\n')[0]!
            .replace(/^fatal: /, '')
            .trim() || 'it gave no reason',
    );
  }
}
