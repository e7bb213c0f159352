import { expect, test } from 'vitest';
import check from '../../src/checks/handoffs-agree.ts';
import { claude, marks } from '../support/checks.ts';

test.each([
  ['the same verb', '- Tests (consult `qa`)\n\n## When to consult\n\n- **QA:** tests\n', []],
  [
    'another verb, and other work',
    '- Deployments (delegate to `ops`)\n- Naming (consult `ops`)\n',
    [],
  ],
  [
    'another verb, and the same work',
    '- Deployments (delegate to `ops`)\n- Deployment windows (consult `ops`)\n',
    ['warning 2:31'],
  ],
  [
    'what is delegated stands in between',
    '- Delegate deployments to `ops`\n- Deployment windows (consult `ops`)\n',
    ['warning 2:31'],
  ],
  [
    'what is escalated stands in between',
    '- Escalate incidents in production to `ops`\n- Production incidents (consult `ops`)\n',
    ['warning 2:33'],
  ],
  [
    'what is handed over stands in between',
    '- Hand reviews of security over to the `sec`\n- Security reviews (consult `sec`)\n',
    ['warning 2:29'],
  ],
  ['by hand is no hand-off', '- Copy tests by hand to `qa`\n- Tests (consult `qa`)\n', []],
  [
    'one persona by two names',
    '- Tests (consult `qa`)\n- Naming (consult `qa-engineer`)\n',
    ['info 2:19'],
  ],
  ['a name and its id', '- Tests (consult `qa-engineer`)\n- Naming (consult QA Engineer)\n', []],
  ['DevOps is devops', '- Runs (delegate to DevOps)\n- Naming (delegate to `devops`)\n', []],
  [
    'the documentation is nobody',
    '- Names (consult the documentation)\n- Names (delegate to it)\n',
    [],
  ],
  [
    'lists that differ',
    '## A\n\n- x (consult `arch`)\n- y (consult `back`)\n\n## B\n\n- z (consult `arch`)\n- u (consult `back`)\n- v (consult `crew`)\n',
    ['warning 3:1'],
  ],
  [
    'one who is named alone is no list',
    '## A\n\n- x (consult `arch`)\n- y (consult `back`)\n\n## B\n\n- z (consult `arch`)\n',
    [],
  ],
])('%s', (_, text, expected) => {
  expect(marks(check, claude(text))).toEqual(expected);
});

test('work of one word that goes back and forth is done by nobody', () => {
  const other = { '.claude/agents/ops.md': 'Delegate builds to `tester`.\n' };

  expect(marks(check, claude('Delegate builds to `ops`.\n'), other)).toEqual(['warning 1:1']);
  expect(marks(check, claude('Delegate builds of docs to `ops`.\n'), other)).toEqual([]);
});

test('work that goes to and fro', () => {
  const other = { '.claude/agents/ops.md': '- Database migrations (delegate to `tester`)\n' };
  const own = claude('- Migrations of the database (delegate to `ops`)\n');
  expect(marks(check, own, other)).toEqual(['warning 1:1']);
  const between = { '.claude/agents/ops.md': '- Delegate database migrations to `tester`.\n' };
  expect(marks(check, own, between)).toEqual(['warning 1:1']);
  expect(marks(check, claude('- Metrics of the database (delegate to `ops`)\n'), other)).toEqual(
    [],
  );
});
