import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import formats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesIn, write } from '../support/disk.ts';
import { run } from '../services/run.ts';
import { pythonTools } from './python.ts';
import { reportIn, serviceWithQuests, verify } from './verified.ts';

/** The gates of a service that we generate, by the real tools: green as it comes, and red when it is broken. */
const tools = await pythonTools();
const gates = ['testing', 'coverage', 'linting', 'types', 'security', 'conventions'];
const aWhile = 240_000;
const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

const skeleton = `"""What is not written yet."""

import pytest


@pytest.mark.xfail(strict=True, reason="skeleton: say what a quest promises")
def test_quest_keeps_its_promise() -> None:
    # Arrange
    # Act
    # Assert
    raise NotImplementedError
`;

describe.skipIf(!tools)('a service as it comes', () => {
  let root: string;
  let before: readonly string[];
  let ended: Awaited<ReturnType<typeof verify>>;

  beforeAll(async () => {
    root = await serviceWithQuests({ 'tests/unit/quests/test_promises.py': skeleton });
    before = Object.keys(filesIn(root));
    ended = await verify(root, tools!, ['--stage', 'production']);
  }, aWhile);

  test('passes every gate of production', () => {
    expect(ended.stdout).toContain(`${gates.length} of ${gates.length} gates passed.`);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
  });

  test('has a line for each gate', () => {
    for (const gate of gates) expect(ended.stdout).toMatch(new RegExp(`^  ✔ ${gate} .* s$`, 'm'));
  });

  test('is told of as the README shows it', () => {
    const [, sample] = /^```text\n(storefront at [\s\S]*?)^```$/m.exec(readme)!;
    const plain = (text: string) =>
      text
        .replaceAll('storefront', 'demo')
        .replace(/, 1 skeleton to fill in/, '')
        .replaceAll(/ {2}[\d.]+ s$/gm, '')
        .replaceAll(/\d+/g, '#');
    expect(plain(ended.stdout)).toBe(plain(sample!));
  });

  test(
    'is measured by every command of the README',
    async () => {
      const commands = [...readme.matchAll(/^npx create-persona verify (.*)$/gm)];
      expect(commands.length).toBeGreaterThan(1);
      for (const [, words] of commands)
        expect(await verify(root, tools!, words!.split(' '))).toMatchObject({
          code: 0,
          stderr: '',
        });
    },
    aWhile,
  );

  test('has a report with what was run, asked for and found', () => {
    const report = reportIn(root, 'demo');
    expect(report).toMatchObject({ component: 'demo', stage: 'production', passed: true });
    expect(Object.keys(report.stage_results)).toEqual(gates);
    const { testing, coverage, linting, types, security } = report.stage_results;
    expect(coverage).toMatchObject({ status: 'passed', passed: true, threshold: 80 });
    expect(coverage!.value).toBeGreaterThan(95);
    for (const gate of [testing, linting, types, security])
      expect(gate).toMatchObject({ passed: true, value: 0, threshold: 0 });
    expect(testing!.command).toContain('-m pytest --cov --cov-branch');
    expect(linting!.command).toMatch(/-m ruff check && .*-m ruff format --check$/);
    expect(types!.duration_seconds).toBeGreaterThan(0);
  });

  test('counts the skeletons, and names them', () => {
    const { testing } = reportIn(root, 'demo').stage_results;
    expect(ended.stdout).toContain('1 skeleton to fill in');
    expect(testing!.counts).toMatchObject({ skeletons: 1, failed: 0, expected_to_fail: 0 });
    expect(testing!.findings.filter(({ level }) => level === 'info')).toMatchObject([
      { path: 'tests/unit/quests/test_promises.py', line: 6 },
    ]);
  });

  test('passes without a database, and says what was skipped for want of one', () => {
    const { testing } = reportIn(root, 'demo').stage_results;
    const { integration, integration_skipped: skipped } = testing!.counts!;
    expect(integration).toBeGreaterThan(20);
    expect(skipped).toBe(integration);
    for (const words of [
      'Redis is not reachable: start it, or set TEST_REDIS_URL.',
      'Neo4j is not',
    ])
      expect(ended.stdout).toMatch(new RegExp(`\\d+ integration tests were skipped: ${words}`));
    expect(testing!.findings.map(({ level }) => level)).toEqual(['warning', 'warning', 'info']);
  });

  test('has nothing new but the report and what the tools keep for themselves', () => {
    const isKept = (path: string) => /(^|\/)(__pycache__|\.pytest_cache|\.ruff_cache)\//.test(path);
    const fresh = Object.keys(filesIn(root)).filter((path) => !before.includes(path));
    expect(fresh.filter((path) => !isKept(path))).toEqual([
      'workflow_report_demo.json',
      'workflow_report_quests.json',
    ]);
  });
});

/** Clean but for the one thing that each is there for. */
const failing = `"""A test that fails."""


def test_two_are_three() -> None:
    # Arrange
    many = ["a", "b"]

    # Act
    found = len(many)

    # Assert
    assert found == 3
`;

const unused = `"""Nobody asks for this."""
${Array.from(
  { length: 60 },
  (_, nth) => `

def grade_${nth}(points: int) -> str:
    """Say how good it is."""
    if points > 0:
        return "good"
    return "bad"
`,
).join('')}`;

const commentedOut = `"""What is allowed."""

# LIMIT = compute(1)
LIMIT = 2
`;

const wronglyTyped = `"""A type that does not fit."""


def test_number_is_no_text() -> None:
    # Arrange
    many = ["a"]

    # Act
    found: str = len(many)

    # Assert
    assert found
`;

const withoutSteps = `"""A test that does not say its steps."""


def test_list_has_a_length() -> None:
    many = ["a"]
    found = len(many)
    assert found == 1
`;

// In two pieces, or whoever looks for secrets in this repository would find one.
const withKey = `"""Where the pictures are."""

ACCESS_KEY = "${'AKIA'}${'Z3MHFW2XK7QPLD5V'}"
`;

describe.skipIf(!tools)('what is broken is stopped by its own gate, and by no other', () => {
  test.each([
    [
      'testing',
      'tests/unit/quests/test_more.py',
      failing,
      12,
      /^`test_two_are_three` fails: (AssertionError: )?assert 2 == 3/,
    ],
    ['coverage', 'src/demo/quests/grades.py', unused, 4, /^No test runs lines 4-421\.$/],
    ['linting', 'src/demo/quests/limits.py', commentedOut, 3, /^ERA001: Found commented-out code/],
    [
      'types',
      'tests/unit/quests/test_more.py',
      wronglyTyped,
      9,
      /"int" is not assignable to "str"/,
    ],
    ['security', 'tests/unit/quests/pictures.py', withKey, 3, /secret: AWS Access Key\.$/],
    ['conventions', 'tests/unit/quests/test_more.py', withoutSteps, 4, /^arrange-act-assert: /],
  ])(
    '%s',
    async (gate, path, text, line, says) => {
      const root = await serviceWithQuests({ [path]: text });

      const { code, stdout } = await verify(root, tools!, [
        '--component',
        'quests',
        '--stage',
        'production',
      ]);

      const { stage_results: results, passed } = reportIn(root, 'quests');
      expect({ code, passed }).toEqual({ code: 1, passed: false });
      const failed = Object.entries(results).filter(([, result]) => !result.passed);
      expect(failed.map(([name]) => name)).toEqual([gate]);
      const [first, ...others] = failed[0]![1].findings.filter((each) => each.path === path);
      expect(others).toEqual([]);
      expect(first).toMatchObject({ line, level: 'error', says: expect.stringMatching(says) });
      expect(stdout).toContain(`✖ ${gate} `);
      expect(stdout).toContain(path);
      expect(stdout).toContain(first!.says);
    },
    aWhile,
  );
});

const schema = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve(
      '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
    ),
    'utf8',
  ),
) as object;
const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv as never);
const isSarif = ajv.compile(schema);

describe.skipIf(!tools)('two gates that fail are told of', () => {
  const path = 'src/demo/quests/limits.py';
  const only = ['--only', 'linting,security'];
  let root: string;

  beforeAll(async () => {
    root = await serviceWithQuests();
    write(root, { [path]: `${commentedOut}${withKey.split('\n')[2]}\n` });
  });

  test('in JSON, which is the report', async () => {
    const { code, stdout } = await verify(root, tools!, [...only, '--json']);

    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual(reportIn(root, 'demo'));
    expect(JSON.parse(stdout).stage_results).toMatchObject({
      linting: { status: 'failed', value: 1, findings: [{ path, line: 3 }] },
      security: { status: 'failed', value: 1, findings: [{ path, line: 5 }] },
    });
  });

  test('as annotations of GitHub', async () => {
    const { stdout } = await verify(root, tools!, [...only, '--format', 'github']);

    expect(stdout.trim().split('\n')).toEqual([
      expect.stringContaining(
        `::error file=${path},line=3,col=1,title=linting::ERA001: Found commented-out code.%0AMend it; \`ruff rule ERA001\` tells why.`,
      ),
      expect.stringContaining(`::error file=${path},line=5,col=1,title=security::This looks like`),
    ]);
  });

  test('as SARIF', async () => {
    const { stdout } = await verify(root, tools!, [...only, '--format', 'sarif']);
    const log = JSON.parse(stdout) as {
      runs: { tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string }[] }[];
    };

    isSarif(log);
    expect(isSarif.errors ?? []).toEqual([]);
    expect(log.runs[0]!.tool.driver.rules.map(({ id }) => id)).toEqual(['linting', 'security']);
    expect(log.runs[0]!.results.map(({ ruleId }) => ruleId)).toEqual(['linting', 'security']);
  });

  test.each([
    ['github', '::warning file=tests/integration/'],
    ['sarif', '"level": "warning"'],
  ])('as what was only skipped, in %s', async (format, warning) => {
    const whole = await serviceWithQuests();
    const words = ['--only', 'testing', '--format', format];

    const { code, stdout } = await verify(whole, tools!, words);

    expect(code).toBe(0);
    expect(stdout).toContain(warning);
    expect(stdout).toContain('15 integration tests were skipped: Redis is not reachable');
  });

  test('alone, when it is to be quiet', async () => {
    const other = await serviceWithQuests({ [path]: commentedOut });

    const { stdout } = await verify(other, tools!, [...only, '--quiet']);

    expect(stdout).toMatch(/^ {2}✖ linting {3}1 thing to mend/);
    expect(stdout).toContain(`\n\n${path}\n  3:1  error  linting\n`);
    expect(stdout).not.toMatch(/security|gates passed/);
  });
});

test.skipIf(!tools)(
  'what a baseline knows is no secret any more',
  async () => {
    const root = await serviceWithQuests({ 'src/demo/pictures.py': withKey });
    const only = ['--only', 'security'];
    const first = await verify(root, tools!, only);
    const scan = await run(
      `${tools}/detect-secrets`,
      ['scan', '--no-verify', '--all-files', 'src'],
      root,
    );
    write(root, { '.secrets.baseline': scan.out });

    const second = await verify(root, tools!, only);

    expect([first.code, second.code]).toEqual([1, 0]);
    expect(filesIn(root)['.secrets.baseline']).toBe(scan.out);
  },
  60_000,
);
