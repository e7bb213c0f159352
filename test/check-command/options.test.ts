import { describe, expect, test } from 'vitest';
import { bad, good, mendable } from '../support/agents.ts';
import { persona } from '../support/built.ts';
import { folder } from '../support/disk.ts';

const project = (text: string) => folder({ '.claude/agents/tester.md': text });

test.concurrent.each([
  ['all is well', good, [], 0],
  ['there is an error', bad(), [], 1],
  ['there is only a warning', mendable, [], 0],
  ['there are more warnings than are let pass', mendable, ['--max-warnings', '0'], 1],
  ['there are as many warnings as are let pass', mendable, ['--max-warnings', '1'], 0],
  ['the check that finds it is left out', bad(), ['--skip', 'references-resolve'], 0],
  ['another check is the only one', bad(), ['--only', 'names-agree,text-is-clean'], 0],
  [
    'the check that finds it is one of those chosen',
    bad(),
    ['--only', 'names-agree', '--only', 'references-resolve'],
    1,
  ],
])('the exit code when %s', async (_, text, words, expected) => {
  const { code } = await persona(project(text), ['check', ...words]);

  expect(code).toBe(expected);
});

describe('a slip is told with the nearest name', () => {
  test.concurrent.each([
    ['a check', ['--only', 'tools-are-know'], '`tools-are-known`'],
    ['a check to skip', ['--skip', 'text-is-clear'], '`text-is-clean`'],
    ['a format', ['--format', 'sariff'], '`sarif`'],
    ['a number', ['--max-warnings', 'few'], '--max-warnings 0'],
    ['a dry run of nothing', ['--dry-run'], '--fix --dry-run'],
    ['two formats', ['--json', '--format', 'github'], 'one of them'],
  ])('%s', async (_, words, told) => {
    const { code, stdout, stderr } = await persona(project(good), ['check', ...words]);

    expect(code).toBe(2);
    expect(`${stdout}${stderr}`).toContain(told);
  });
});

test('--quiet prints findings and no summary', async () => {
  const { stdout } = await persona(project(bad()), ['check', '--quiet']);

  expect(stdout).toContain('references-resolve');
  expect(stdout).not.toMatch(/^Why|^1 file/m);
});

test('explain knows the check of suppressions', async () => {
  const { stdout, code } = await persona(folder(), ['explain', 'suppressions-are-used']);

  expect(code).toBe(0);
  expect(stdout).toContain('create-persona-ignore');
});

test('--graph shows who hands off to whom, as Mermaid and as JSON', async () => {
  const root = folder({
    '.github/agents/a.agent.md':
      '---\nname: a\ndescription: Builds\nhandoffs:\n  - { label: Test, agent: b, prompt: Test it. }\n---\n\nI build.\n',
    '.github/agents/b.agent.md': '---\nname: b\ndescription: Tests\n---\n\nI test.\n',
  });

  const [mermaid, json] = await Promise.all([
    persona(root, ['check', '--graph']),
    persona(root, ['check', '--graph', '--json']),
  ]);

  expect(mermaid).toMatchObject({ code: 0, stdout: expect.stringMatching(/^flowchart LR\n/) });
  expect(JSON.parse(json.stdout)).toMatchObject({
    nodes: [{ name: 'a' }, { name: 'b' }],
    edges: [{ from: '.github/agents/a.agent.md', to: '.github/agents/b.agent.md' }],
  });
});

describe('--as-of judges by what was true on a day', () => {
  const root = () =>
    folder({
      '.github/chatmodes/a.chatmode.md':
        '---\ndescription: Reads code\ntools: [codebase, runNotebooks]\nmodel: GPT-4.1\n---\n\nI read code.\n',
    });

  test.concurrent.each([
    ['before it all was renamed', '2025-11-01', []],
    ['after the tools were renamed', '2026-01-01', ['tools-are-known', 'tools-are-known']],
    [
      'today',
      '2026-11-01',
      ['place-is-read', 'tools-are-known', 'tools-are-known', 'models-are-current'],
    ],
  ])('%s', async (_, day, expected) => {
    const { stdout } = await persona(root(), ['check', '--json', '--as-of', day]);

    const { findings } = JSON.parse(stdout) as { findings: readonly { check: string }[] };
    expect(findings.map(({ check }) => check)).toEqual(expected);
  });

  test('whoever reads, and whatever was read before on another day', async () => {
    const place = root();
    const many = async (...words: readonly string[]) => {
      const { stdout } = await persona(place, ['check', '--json', ...words]);
      return (JSON.parse(stdout) as { findings: readonly unknown[] }).findings.length;
    };

    expect(await many()).toBe(4);
    expect(await many('--as-of', '2025-11-01')).toBe(0);
    expect(await many('--as-of', '2025-11-01', '--threads', '2', '--no-cache')).toBe(0);
    expect(await many('--threads', '2', '--no-cache')).toBe(4);
  });

  test('what is no day is a problem', async () => {
    const { code, stderr } = await persona(root(), ['check', '--as-of', '2025-02-30']);

    expect(code).toBe(2);
    expect(stderr).toContain('--as-of 2025-11-01');
  });
});

test('--tools shows what each agent may really use, as text and as JSON', async () => {
  const root = folder({
    '.github/agents/a.agent.md':
      '---\ndescription: Reads\ntools: [search/codebase]\n---\n\nI read.\n',
  });

  const [text, json] = await Promise.all([
    persona(root, ['check', '--tools']),
    persona(root, ['check', '--tools', '--json']),
  ]);

  expect(text).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('GitHub’s cloud agent: NONE'),
  });
  expect(JSON.parse(json.stdout)).toMatchObject({
    agents: [
      {
        readers: [
          { reader: 'vscode', are: 'exact' },
          { reader: 'github', are: 'none' },
        ],
      },
    ],
  });
});

test('--bill shows what each file costs, section by section', async () => {
  const [text, json] = await Promise.all([
    persona(project(good), ['check', '--bill']),
    persona(project(good), ['check', '--bill', '--json']),
  ]);

  expect(text).toMatchObject({ code: 0, stdout: expect.stringContaining('front matter') });
  expect(JSON.parse(json.stdout)).toMatchObject({
    files: [{ path: '.claude/agents/tester.md', encoding: 'o200k_base', sections: [{}] }],
  });
});

test.each([
  ['--graph', '--tools'],
  ['--tools', '--bill'],
  ['--bill', '--fix'],
  ['--graph', '--watch'],
])('%s goes with no %s', async (one, other) => {
  const { code, stderr } = await persona(project(good), ['check', one, other]);

  expect(code).toBe(2);
  expect(stderr).toContain(`Leave \`${other}\` out.`);
});
