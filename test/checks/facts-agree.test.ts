import { expect, test } from 'vitest';
import check from '../../src/checks/facts-agree.ts';
import { augment, claude, findings, marks } from '../support/checks.ts';

const gates = '- Development: ≥60% coverage\n- Staging: ≥70% coverage\n';

test.each([
  ['the same everywhere', claude(`${gates}\n60% coverage in dev.\n`), []],
  ['another value', claude(`${gates}\nCoverage of 80% for staging.\n`), ['warning 4:1']],
  [
    'two in one line',
    claude(`${gates}\nCoverage: 65% in dev, 75% in staging.\n`),
    ['warning 4:1', 'warning 4:23'],
  ],
  [
    'a table',
    claude('| Stage | Coverage |\n| --- | --- |\n| Staging | 70% |\n\nCoverage in staging: 80%\n'),
    [],
  ],
  ['a number that is no gate', claude(`${gates}\nStaging takes 20% of the time.\n`), []],
  ['a number without a stage', claude(`${gates}\nCoverage of 100% is no goal.\n`), []],
  [
    'one threshold for all, and another',
    claude('Test coverage must be at least 80%.\n\n- Maintain ≥ 90% code coverage\n'),
    ['warning 3:14'],
  ],
  [
    'one threshold for all, twice',
    claude('Coverage: at least 80%.\n\n- Keep test coverage above 80 %\n'),
    [],
  ],
  [
    'a threshold for a part',
    claude('Coverage of at least 80%.\n\nCoverage of critical paths: at least 95%.\n'),
    [],
  ],
  ['what was measured', claude('Coverage of at least 80%.\n\nCurrent coverage is over 85%.\n'), []],
  [
    'a stage that is left out',
    claude(`${gates}\nCoverage 60% (dev), 70% (staging).\n\n- Production: 80% coverage\n`),
    ['info 4:1'],
  ],
  [
    'one tool, run in two ways',
    claude('Use `uvx ruff check .`, then `uv run ruff format`.\n'),
    ['warning 1:31'],
  ],
  ['two tools', claude('Use `uvx ruff check .`, then `uv run pytest`.\n'), []],
  ['a comment in a shell', claude('`uvx ruff check`\n\n```bash\n# not uv run ruff\n```\n'), []],
  [
    'two commands for one thing',
    claude('- Coverage: `pytest --cov=a`\n- Coverage: `pytest --cov=b`\n'),
    ['info 2:14'],
  ],
  ['two programs for one thing', claude('- Lint: `ruff check`\n- Lint: `eslint .`\n'), []],
  [
    'a budget that is said twice',
    augment(
      '---\nhypertool_persona: a\npersona_token_budget: 20\n---\n**Persona:** tester (30 tokens)\n',
    ),
    ['warning 5:1'],
  ],
  [
    'a persona of another name',
    augment('**Role:** Reviewer\n**Persona:** 🐍 Somebody Else (20 tokens)\n'),
    ['info 2:1'],
  ],
  ['a persona by the name of its file', augment('**Persona:** 🐍 tester (20 tokens)\n'), []],
])('%s', (_, file, expected) => {
  expect(marks(check, file)).toEqual(expected);
});

test('names the other file, and tells it in one of the two', () => {
  const other = { '.claude/agents/a.md': '- Staging: ≥80% coverage\n' };
  expect(findings(check, claude(gates), other)[0]?.says).toBe(
    'Here coverage in staging is 70 %, and in .claude/agents/a.md:1 it is 80 %.',
  );
});

test('one threshold for all is that of its file: agents may differ', () => {
  const other = { '.claude/agents/a.md': 'Coverage must be at least 80%.\n' };

  expect(findings(check, claude('Coverage must be at least 90%.\n'), other)).toEqual([]);
});
