import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sourceOf } from '../src/intake/source.ts';
import { contentIn, contentOf, lostIn } from '../test/support/lines.ts';

/**
 * What `import` makes of files: how many lines they have, how many of them stand nowhere in what was
 * written, and what the program says that it could not keep. Each file is taken in by itself, by the
 * built program, into an empty project.
 *
 *   npm run build && npm run losses -- <file or folder>…
 */
const ours = join(import.meta.dirname, '..', 'dist', 'create-persona.cjs');
const given = process.argv.slice(2);
if (given.length === 0) throw new Error('Name files or folders to take in.');

const rows = given.flatMap(filesIn).map((path) => ({ path, ...takenIn(path) }));
for (const { path, lines, lost, told, refused } of rows)
  console.log(
    refused === undefined
      ? `${String(lines).padStart(6)} lines  ${String(lost.length).padStart(4)} lost  ${String(told).padStart(3)} told  ${path}`
      : `not taken in: ${path}: ${refused}`,
  );
const taken = rows.filter(({ refused }) => refused === undefined);
const sum = (of: (row: (typeof rows)[number]) => number) =>
  taken.reduce((all, row) => all + of(row), 0);
console.log(
  `\n${taken.length} files, ${sum(({ lines }) => lines)} lines, ${sum(({ lost }) => lost.length)} lost, ${sum(({ told }) => told)} losses told; ${rows.length - taken.length} not taken in`,
);

function filesIn(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(md|mdc|ya?ml|json)$/.test(name))
    .map((name) => join(path, name))
    .filter((each) => statSync(each).isFile())
    .sort();
}

interface Taken {
  readonly lines: number;
  readonly lost: readonly string[];
  /** What the program says that is lost: a tool that nobody knows, a key without a place. */
  readonly told: number;
  readonly refused?: string;
}

function takenIn(path: string): Taken {
  const project = mkdtempSync(join(tmpdir(), 'losses-'));
  try {
    // A dialect goes by the name of its file and of the folders above it.
    const place = path.split('/').slice(-3).join('/');
    mkdirSync(dirname(join(project, place)), { recursive: true });
    cpSync(path, join(project, place));
    const words = [ours, 'import', place, '--yes', '--json'];
    const { stdout } = spawnSync(process.execPath, words, { cwd: project, encoding: 'utf8' });
    const { problem, changes = [] } = JSON.parse(stdout) as {
      problem?: { says: string };
      changes?: readonly { how: string }[];
    };
    if (problem !== undefined) return { lines: 0, lost: [], told: 0, refused: problem.says };
    const lines = contentIn(sourceOf(place, readFileSync(path)).source.document.body);
    return {
      lines: lines.length,
      lost: lostIn(lines, madeIn(join(project, '.persona'))),
      told: changes.filter(({ how }) => how === 'lost').length,
    };
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

function madeIn(folder: string): string {
  if (!existsSync(folder)) return '';
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => contentOf(readFileSync(join(folder, name), 'utf8')).join('\n'))
    .join('\n');
}
