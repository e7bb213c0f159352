import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Contestant, race, table } from './pairs.ts';

/**
 * What the guard costs before each call of an agent's tools, as a multiple of a bare `node -e 0`: as
 * time on the clock, in pairs, and as time of the processor, which others on the machine do not
 * lengthen as much.
 *
 *   npm run build && npm run bench:guard [rounds]
 */
const rounds = Number(process.argv[2] ?? 25);
const ours = join(import.meta.dirname, '..', 'dist', 'create-persona.cjs');
const home = mkdtempSync(join(tmpdir(), 'create-persona-bench-'));
const project = join(home, 'project');
mkdirSync(project);
spawnSync(process.execPath, [ours, 'backend-dev', '--yes', '--quiet', '--targets', 'claude'], {
  cwd: project,
});

const long = Array.from({ length: 40 }, (_, nth) => `grep -n "x${nth}" src/*.py | head -3`).join(
  ' && ',
);
const calls: readonly (readonly [name: string, tool: string, input: object])[] = [
  ['a file, allowed', 'Write', { file_path: 'src/api.py', content: 'x'.repeat(4000) }],
  ['a file, denied', 'Write', { file_path: 'frontend/app.ts', content: 'x'.repeat(4000) }],
  ['a command', 'Bash', { command: 'pytest -q && git status --short | head' }],
  ['a line of forty commands', 'Bash', { command: long }],
];

const guard = ['guard', '--persona', 'backend-dev'];
const contestants = calls.map(
  ([name, tool, input]): Contestant => ({
    name,
    command: [process.execPath, ours, ...guard],
    cwd: project,
    input: JSON.stringify({
      hook_event_name: 'PreToolUse',
      tool_name: tool,
      tool_input: input,
      cwd: project,
    }),
  }),
);
const bare: Contestant = { name: 'bare', command: [process.execPath, '-e', '0'], cwd: project };

console.log(`node ${process.version}, ${rounds} pairs each; times a bare node -e 0\n`);
console.log(`on the clock\n${table(race(contestants, rounds))}\n`);

const meter = join(home, 'meter.cjs');
writeFileSync(
  meter,
  "process.on('exit', () => { const { user, system } = process.cpuUsage(); require('node:fs').writeSync(3, String(user + system)); });\n",
);
console.log('of the processor');
for (const each of contestants) {
  const pairs = Array.from({ length: rounds }, () => [processor(bare), processor(each)] as const);
  const ratio = middle(pairs.map(([base, time]) => time / base));
  console.log(
    `${each.name.padEnd(24)}  ${ratio.toFixed(2).padStart(6)} ×  ${middle(
      pairs.map(([, time]) => time),
    )
      .toFixed(0)
      .padStart(5)} ms`,
  );
}
rmSync(home, { recursive: true, force: true });

/** Milliseconds of the processor that one run takes, user and system. */
function processor({ command: [program, ...words], cwd, input = '' }: Contestant): number {
  const { output } = spawnSync(program, ['--require', meter, ...words], {
    cwd,
    input,
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  return Number(output[3]) / 1000;
}

function middle(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
}
