import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A program of others that reads what we write, offline and without an account. */
export interface OutsideReader {
  readonly name: string;
  /** Where its packages come from, and which. */
  readonly from: 'npm' | 'PyPI';
  readonly packages: readonly string[];
  /** What it says of a tree, in half a line; nothing where it reads no file of it. */
  readonly says: (ground: Ground) => string | Fault | undefined;
}

/** What a reader says that it should not: the run then ends with 1. */
export interface Fault {
  readonly says: string;
  readonly isFault: true;
}

/** A copy of a golden tree in a repository of its own, and a program that is run there. */
export interface Ground {
  readonly folder: string;
  /** The files of the tree, with forward slashes. */
  readonly paths: readonly string[];
  /** What stands in the folder that the reader was installed into. */
  readonly installed: (...path: readonly string[]) => string;
  /** Ends after a minute at most. The home is empty, and of the environment only the path is left. */
  readonly run: (
    program: string,
    args: readonly string[],
    more?: { readonly input?: string; readonly env?: Readonly<Record<string, string>> },
  ) => { readonly status: number | null; readonly stdout: string; readonly stderr: string };
}

/** @throws what npm, pip or venv throw: the reader cannot be had here */
export function install({ from, packages }: OutsideReader, folder: string): void {
  mkdirSync(join(folder, 'home'), { recursive: true });
  const bounded = { cwd: folder, stdio: 'ignore', timeout: 300_000 } as const;
  if (from === 'npm') {
    execFileSync('npm', ['init', '--yes'], bounded);
    execFileSync('npm', ['install', '--no-audit', '--no-fund', ...packages], bounded);
  } else {
    execFileSync('python3', ['-m', 'venv', 'venv'], bounded);
    execFileSync(join(folder, 'venv/bin/pip'), ['install', '-q', ...packages], bounded);
  }
}

/** The tree `golden`, copied below `folder`, where the reader stands that looks at it. */
export function groundIn(folder: string, tree: string, golden: string): Ground {
  const copy = join(folder, 'trees', tree);
  cpSync(golden, copy, { recursive: true });
  const home = join(folder, 'home');
  const bounded = { cwd: copy, encoding: 'utf8', timeout: 60_000, maxBuffer: 1 << 26 } as const;
  // Some look for the root of a repository above.
  spawnSync('git', ['init', '--quiet'], bounded);
  return {
    folder: copy,
    paths: filesBelow(golden),
    installed: (...path) => join(folder, ...path),
    run: (program, args, { input = '', env = {} } = {}) =>
      spawnSync(program, args, {
        ...bounded,
        input,
        env: { PATH: process.env['PATH'] ?? '', HOME: home, NO_COLOR: '1', ...env },
      }),
  };
}

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

/** The first group of `place` in each path that it fits: the names that a reader should know. */
export const namesOf = (paths: readonly string[], place: RegExp): readonly string[] =>
  paths.flatMap((path) => place.exec(path)?.[1] ?? []);

/** "3 of 3 agents, 1 of 2 skills (not add-an-endpoint)"; nothing where nothing was to be read. */
export function counted(
  kinds: Readonly<
    Record<string, { readonly ours: readonly string[]; readonly read: readonly string[] }>
  >,
): string | undefined {
  const parts = Object.entries(kinds)
    .filter(([, { ours }]) => ours.length > 0)
    .map(([kind, { ours, read }]) => {
      const missing = ours.filter((name) => !read.includes(name));
      const not = missing.length === 0 ? '' : ` (not ${missing.join(', ')})`;
      return `${ours.length - missing.length} of ${ours.length} ${kind}${not}`;
    });
  return parts.length === 0 ? undefined : parts.join(', ');
}
