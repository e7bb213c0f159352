import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { diskTree } from '../src/tree.ts';

/**
 * How long `endpoint` with one store takes, its checks included, as a multiple of a bare `node -e 0`,
 * beside plop's own `add` of the very same files. Each run is a pair with a bare one; the processor
 * time (user and system) is told too, for it is the same on a machine that is busy.
 *
 *   npm run build && npm run bench:endpoint [rounds]
 */
const rounds = Number(process.argv[2] ?? 25);
const ours = join(import.meta.dirname, '..', 'dist', 'create-persona.cjs');
const plopBin = join(import.meta.dirname, '..', 'node_modules', 'plop', 'bin', 'plop.js');
const home = mkdtempSync(join(tmpdir(), 'create-persona-bench-'));
const [app, out] = [join(home, 'app'), join(home, 'out')];

const words = ['endpoint', 'player-action', '--path', '/players/{player_id}/actions', '--fields'];
const asked = [...words, 'action:str(1..64); parameters:dict={}', '--store', 'redis'];
const onOut = ['--dir', out, '--quiet'];

execFileSync(process.execPath, [ours, 'app', 'demo', '--dir', app, '--quiet']);
anew();
execFileSync(process.execPath, [ours, ...asked, ...onOut]);
const [before, after] = [diskTree(app), diskTree(out)];
const files = after
  .paths()
  .filter((path) => before.read(path) !== after.read(path))
  .map((path) => ({ path, text: after.read(path)! }));
cpSync(out, join(home, 'done'), { recursive: true });

const contestants = [
  { name: `endpoint (${files.length} files)`, words: [ours, ...asked, ...onOut], prepare: anew },
  {
    name: 'the same again (nothing to write)',
    words: [ours, ...asked, '--dir', join(home, 'done'), '--quiet'],
    prepare: () => {},
  },
  {
    name: `plop add (${files.length} files)`,
    words: [plopBin, '--plopfile', plopfile(), '--dest', out, '--no-progress', 'all', 'demo'],
    prepare: empty,
  },
];

const bare = ['-e', '0'];
const runs = contestants.map((each) => ({ ...each, pairs: [] as (readonly [Cost, Cost])[] }));
for (let round = 0; round <= rounds; round++) {
  for (const { words: theirs, prepare, pairs } of runs) {
    const base = cost(bare);
    prepare();
    const pair = [cost(theirs), base] as const;
    // The first of each fills the caches.
    if (round > 0) pairs.push(pair);
  }
}

const middle = (all: readonly number[]) => [...all].sort((a, b) => a - b)[all.length >> 1]!;
console.log(`node ${process.version}, ${rounds} pairs each; times a bare node -e 0\n`);
for (const { name, pairs } of runs) {
  const ratio = (of: keyof Cost) => middle(pairs.map(([one, base]) => one[of] / base[of]));
  const [time, cpu] = [ratio('time').toFixed(2), ratio('cpu').toFixed(2)];
  const ms = middle(pairs.map(([{ time: each }]) => each)).toFixed(0);
  console.log(`${name.padEnd(36)} ${time} × in time, ${cpu} × of the processor  (${ms} ms)`);
}
rmSync(home, { recursive: true, force: true });

/** Both in milliseconds. */
interface Cost {
  readonly time: number;
  readonly cpu: number;
}

function cost(theirs: readonly string[]): Cost {
  const told = join(home, 'cpu');
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--require', join(import.meta.dirname, 'cpu.cjs'), ...theirs],
    {
      cwd: home,
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, CPU_TIME_FILE: told },
    },
  );
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${theirs.join(' ')} ended with ${status}: ${stderr}`);
  return { time, cpu: Number(readFileSync(told, 'utf8')) };
}

function anew(): void {
  rmSync(out, { recursive: true, force: true });
  cpSync(app, out, { recursive: true });
}

function empty(): void {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
}

/** Each file as a template with a name to fill in. */
function plopfile(): string {
  const actions = files.map(({ path, text }, nth) => {
    const templateFile = join(home, 'plop', `${nth}.hbs`);
    if (!existsSync(dirname(templateFile))) mkdirSync(dirname(templateFile));
    writeFileSync(templateFile, `{{name}}\n${text.replaceAll('{{', '\\{{')}`);
    return { type: 'add', path: join(out, path), templateFile };
  });
  const place = join(home, 'plopfile.mjs');
  writeFileSync(
    place,
    `export default (plop) => plop.setGenerator('all', { description: '', prompts: [{ type: 'input', name: 'name', message: '' }], actions: ${JSON.stringify(actions)} });\n`,
  );
  return place;
}
