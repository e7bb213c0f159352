import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { keptTree } from '../src/kept-tree.ts';
import { placeOf } from '../src/place.ts';
import { targets } from '../src/targets/index.ts';
import { costs } from './check-costs.ts';

/**
 * How long it takes to check a folder of agent files, beside reading the same files, parsing their
 * front matter with gray-matter alone, markdownlint-cli2, and agnix where it is installed
 * (`pip install agnix`). Each is a whole process; all run in turn, so that a busy moment of the
 * machine slows all of them.
 *
 *   npm run build && npx tsx bench/check.ts <folder> [rounds]
 *
 * A process of node takes its time before it does anything. What the checks themselves cost is in
 * the second table: one reading of every file in one process, as multiples of gray-matter's share.
 */
const [from = '', given = '7'] = process.argv.slice(2);
if (!existsSync(from)) throw new Error('Name a folder with agent files to check.');
const ours = join(import.meta.dirname, '..', 'dist', 'create-persona.cjs');

// A copy of the agent files alone, so that all read the same ones and nobody's cache is touched.
const home = mkdtempSync(join(tmpdir(), 'create-persona-bench-'));
const corpus = join(home, 'corpus');
const source = keptTree(resolve(from));
const paths = source.paths().filter((path) => placeOf(path, targets) !== undefined);
for (const path of paths) {
  mkdirSync(dirname(join(corpus, path)), { recursive: true });
  cpSync(join(from, path), join(corpus, path));
}
const list = join(home, 'paths.json');
writeFileSync(list, JSON.stringify(paths.map((path) => join(corpus, path))));
const bytes = paths.reduce((sum, path) => sum + source.bytes(path)!.length, 0);

interface Contestant {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** So slow that one round must do. */
  readonly isSlow?: true;
  readonly before?: () => void;
}

const env = { ...process.env, XDG_CACHE_HOME: join(home, 'cache') };
const node = (name: string, words: readonly string[], before?: () => void): Contestant => ({
  name,
  command: [process.execPath, ...words],
  ...(before && { before }),
});
const { resolve: find } = createRequire(import.meta.url);
const each = `for (const path of JSON.parse(require('fs').readFileSync(${JSON.stringify(list)}, 'utf8')))`;
const matter = JSON.stringify(find('gray-matter'));
const check = [ours, 'check', '--dir', corpus, '--json'];
const forget = () => rmSync(join(home, 'cache'), { recursive: true, force: true });

const contestants: readonly Contestant[] = [
  node('node alone', ['-e', '0']),
  node('reading', ['-e', `${each} require('fs').readFileSync(path, 'utf8')`]),
  node('gray-matter', [
    '-e',
    `const matter = require(${matter}); ${each} try { matter(require('fs').readFileSync(path, 'utf8'), {}) } catch {}`,
  ]),
  node('create-persona, no cache', [...check, '--no-cache']),
  node('create-persona, first run', check, forget),
  node('create-persona, second run', check),
  ...installed('agnix').map((path): Contestant => ({ name: 'agnix', command: [path, corpus] })),
  { ...node('markdownlint-cli2', [markdownlint(), join(corpus, '**/*.md')]), isSlow: true },
];

const times = new Map(contestants.map(({ name }) => [name, [] as number[]]));
for (let round = 0; round < Number(given); round++)
  for (const each of contestants)
    if (round === 0 || !each.isSlow) times.get(each.name)!.push(once(each));

const middle = (all: readonly number[]) =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
const wall = (name: string) => middle(times.get(name)!);
console.log(`${paths.length} files, ${(bytes / 1e6).toFixed(1)} MB, ${given} rounds, medians\n`);
print([
  ['whole processes', 'ms', '× reading', '× gray-matter', 'files/s'],
  ...contestants.map(({ name }) => [
    name,
    wall(name).toFixed(0),
    (wall(name) / wall('reading')).toFixed(2),
    (wall(name) / wall('gray-matter')).toFixed(2),
    (paths.length / (wall(name) / 1000)).toFixed(0),
  ]),
]);
console.log();
const spent = await costs(corpus, paths);
const floor = spent.get('front matter')!;
print([
  ['in one process', 'ms', '× front matter'],
  ...[...spent]
    .sort(([, one], [, other]) => other - one)
    .map(([name, ms]) => [name, ms.toFixed(1), (ms / floor).toFixed(2)]),
]);
rmSync(home, { recursive: true, force: true });

function once({ name, command: [program, ...words], before }: Contestant): number {
  before?.();
  const start = performance.now();
  const { status, error } = spawnSync(program, words, { cwd: corpus, env, stdio: 'ignore' });
  if (error !== undefined || status === null || status > 1)
    throw new Error(`${name} ended with ${status}: ${error?.message ?? ''}`);
  return performance.now() - start;
}

function installed(program: string): readonly string[] {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .filter((path) => existsSync(path))
    .slice(0, 1);
}

function markdownlint(): string {
  const at = dirname(find('markdownlint-cli2'));
  return join(at, basename(at) === 'markdownlint-cli2' ? 'markdownlint-cli2-bin.mjs' : '..');
}

function print(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows)
    console.log(
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!),
        )
        .join('  '),
    );
}
