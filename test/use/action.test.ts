import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { parseDocument } from '../../src/front-matter.ts';
import { isReadable, placeOf } from '../../src/place.ts';
import { reporters } from '../../src/reporters/index.ts';
import { targets } from '../../src/targets/index.ts';
import { bad, good } from '../support/agents.ts';
import { program } from '../support/built.ts';
import { folder, readFile } from '../support/disk.ts';

interface Action {
  readonly inputs: Readonly<
    Record<string, { readonly description: string; readonly default: string }>
  >;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly [
      { readonly run: string; readonly env: Readonly<Record<string, string>> },
    ];
  };
}

const root = join(import.meta.dirname, '../..');
const yaml = (path: string) =>
  parseDocument(
    `---\nit:\n${readFileSync(join(root, path), 'utf8').replace(/^(?=.)/gm, '  ')}\n---\n`,
  );

const { head, broken } = yaml('action.yml');
const { inputs, runs } = (head as unknown as { it: Action }).it;
const [step] = runs.steps;

/** Run the step as a workflow would, with our own program in place of npx. */
function runAction(
  files: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>> = {},
) {
  const place = folder({
    ...files,
    'bin/npx': `#!/bin/sh\n[ "$2" = "create-persona@\${WANTED:-latest}" ] || exit 9\nshift 2\nexec "${process.execPath}" "${program}" "$@"\n`,
  });
  chmodSync(join(place, 'bin/npx'), 0o755);
  const env = Object.fromEntries(
    Object.entries(step.env).map(([name, from]) => {
      const input = /inputs\.([\w-]+)/.exec(from)![1]!;
      return [name, given[input] ?? inputs[input]!.default];
    }),
  );
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', step.run], {
    cwd: place,
    encoding: 'utf8',
    env: {
      ...env,
      PATH: `${join(place, 'bin')}:${process.env['PATH']}`,
      HOME: process.env['HOME'],
    },
  });
  return { status, stdout, stderr, place };
}

describe.skipIf(process.platform === 'win32')('action.yml', () => {
  test('is a composite action, and each input says what it is', () => {
    expect(broken).toBeUndefined();
    expect(runs.using).toBe('composite');
    for (const { description } of Object.values(inputs)) expect(description).toMatch(/\.$/);
  });

  test('uses every input, and none within the script itself', () => {
    expect(step.run).not.toContain('${{');
    const used = Object.values(step.env).map((from) => /inputs\.([\w-]+)/.exec(from)![1]);
    expect([...used, 'working-directory'].sort()).toEqual(Object.keys(inputs).sort());
  });

  test('names every format', () => {
    for (const { name } of reporters) expect(inputs['format']!.description).toContain(name);
  });

  test('annotates the whole repository, and fails on an error', () => {
    const { status, stdout } = runAction({ '.claude/agents/a.md': bad('a') });

    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=\.claude\/agents\/a\.md,line=8,/);
  });

  test('passes where all is well', () => {
    expect(runAction({ '.claude/agents/tester.md': good })).toMatchObject({ status: 0 });
  });

  test('takes paths, a baseline, a file for its output and a limit', () => {
    const { status, stdout, place } = runAction(
      {
        'a b/.claude/agents/a.md': bad('a'),
        '.claude/agents/b.md': bad('b'),
        'known.json': '{"version":1,"known":[]}',
      },
      {
        paths: 'a b\n*.nothing-$(touch x)',
        format: 'sarif',
        output: 'out.sarif',
        'max-warnings': '0',
        baseline: 'known.json',
      },
    );

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(readFile(place, 'out.sarif')).toBe('');

    const well = runAction(
      { 'a b/.claude/agents/a.md': bad('a'), '.claude/agents/b.md': bad('b') },
      { paths: 'a b\n', format: 'sarif', output: 'out.sarif' },
    );
    expect(well.status).toBe(1);
    expect(JSON.parse(readFile(well.place, 'out.sarif'))).toMatchObject({
      runs: [{ results: [{}] }],
    });
  });
});

describe('.pre-commit-hooks.yaml', () => {
  const hooks = (
    yaml('.pre-commit-hooks.yaml').head as unknown as { it: readonly Record<string, string>[] }
  ).it;

  test.each(hooks.map((hook) => [hook['id'], hook] as const))(
    '%s runs a command that there is',
    (_, hook) => {
      const [name, command, ...flags] = hook['entry']!.split(' ');
      const known = commands
        .find((each) => each.name === command)!
        .flags.map((flag) => `--${flag.name}`);

      expect(name).toBe('create-persona');
      expect(flags.filter((flag) => !known.includes(flag))).toEqual([]);
      expect(hook).toMatchObject({ language: 'node' });
    },
  );

  const readers = hooks.filter((hook) => hook['files'] !== undefined);

  test('none is kept to Markdown: some tools keep their agents in TOML, JSON and YAML', () => {
    expect(readers.map((hook) => hook['types'])).toEqual([undefined, undefined]);
  });

  /** What our own generators write for every tool, and a few places that strangers use. */
  const written = [
    ...readdirSync(join(root, 'test/golden'), { recursive: true, encoding: 'utf8' }).flatMap(
      (path) => path.replaceAll('\\', '/').split('/files/').slice(1),
    ),
    'x/.claude/agents/a.md',
    'a.chatmode.md',
    '.persona/personas/a.md',
    'agents/a.agent.md',
    'web/AGENTS.md',
    'CLAUDE.local.md',
  ];
  const read = [...new Set(written)].filter((path) => {
    const place = placeOf(path, targets);
    return place !== undefined && isReadable(path, place);
  });

  test.each(readers.map((hook) => [hook['id'], hook['files']!] as const))(
    '%s is handed all that check reads',
    (_, files) => {
      const pattern = new RegExp(files);

      expect(read.length).toBeGreaterThan(50);
      expect(read.filter((path) => !pattern.test(path))).toEqual([]);
      expect(
        ['README.md', 'src/a.ts', 'package.json'].filter((path) => pattern.test(path)),
      ).toEqual([]);
    },
  );
});
