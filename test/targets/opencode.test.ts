import { expect, test } from 'vitest';
import { rightsOf } from '../../src/rights/effective-tools.ts';
import { agentOf, targetOf } from '../support/agent-of.ts';

// https://opencode.ai/docs/agents and https://opencode.ai/docs/permissions
test('a persona becomes the agent file that the tool documents, closed but for what it may', async () => {
  const { path, head } = await agentOf('backend-dev', 'opencode', {
    can: ['read', 'search', 'edit'],
    servers: ['context7'],
  });

  expect(path).toBe('.opencode/agents/backend-dev.md');
  expect(head).toEqual({
    description:
      'Builds Python, FastAPI and async services with tests. Use when an endpoint, a model or a repository is added or changed.',
    mode: 'all',
    permission: {
      '*': 'deny',
      read: 'allow',
      grep: 'allow',
      glob: 'allow',
      edit: {
        '*': 'allow',
        'frontend/*': 'deny',
        '*/frontend/*': 'deny',
        'node_modules/*': 'deny',
        '*/node_modules/*': 'deny',
        '.venv/*': 'deny',
        '*/.venv/*': 'deny',
      },
      'context7_*': 'allow',
    },
  });
});

/** As OpenCode matches: `*` is anything, slashes too, and the last rule that matches wins. */
const canEdit = (rules: Readonly<Record<string, string>>, path: string) => {
  const matches = (pattern: string) =>
    new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`).test(path);
  return Object.entries(rules).findLast(([pattern]) => matches(pattern))?.[1] === 'allow';
};
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

test.each([
  ['**/frontend/**', 'frontend/app.ts', false],
  ['**/frontend/**', 'apps/web/frontend/deep/app.ts', false],
  ['**/frontend/**', 'src/frontend_test.py', true],
  ['**/*.py', 'main.py', false],
  ['**/*.py', 'src/app/main.py', false],
  ['**/*.py', 'src/app/main.pyi', true],
  ['src/**/*.py', 'src/main.py', false],
  ['src/**/*.py', 'src/deep/er/main.py', false],
  ['src/**/*.py', 'tests/main.py', true],
  ['.github/workflows/**', '.github/workflows/ci.yml', false],
  ['**/Dockerfile*', 'Dockerfile', false],
  ['**/Dockerfile*', 'deploy/Dockerfile.prod', false],
])('with %s denied, %s may be edited: %s', async (glob, path, may) => {
  const { head } = await agentOf('backend-dev', 'opencode', {
    can: ['edit'],
    paths: { deny: [glob] },
  });
  const { edit } = head['permission'] as { edit: Record<string, string> };

  expect(canEdit(edit, path)).toBe(may);
});

test('a glob that cannot be said is a loss', async () => {
  const { losses } = await agentOf('backend-dev', 'opencode', {
    can: ['edit'],
    paths: { deny: ['src/**/*.{py,pyi}'] },
  });

  expect(losses.filter(({ what }) => what === 'paths')).toEqual([
    {
      target: 'opencode',
      what: 'paths',
      name: 'src/**/*.{py,pyi}',
      because: '`permission` has only `*` and `?` for its patterns',
      restricts: true,
    },
  ]);
});

test.each([
  ['nothing said is everything', '', 'all', ['edit', 'execute']],
  ['what is denied is gone', 'permission: { bash: deny }', 'all', ['edit']],
  ['asking is allowing', 'permission: { "*": deny, edit: ask }', 'exact', ['edit']],
  ['the old map counts', 'tools: { "*": false, bash: true }', 'exact', ['execute']],
  ['one word closes all', 'permission: deny', 'none', []],
])('%s', (_, line, are, can) => {
  const text = `---\ndescription: a\n${line}\n---\n\nWork.\n`;

  const rights = rightsOf('.opencode/agents/a.md', text, targetOf('opencode'));

  expect(rights.effective.are).toBe(are);
  expect(['edit', 'execute'].filter((each) => rights.can.has(each as 'edit'))).toEqual(can);
});

// https://opencode.ai/v2/docs/permissions
test.each([
  [
    'closed but for what is named',
    [
      ['*', '*', 'deny'],
      ['read', '*', 'allow'],
      ['shell', '*', 'ask'],
      ['edit', 'docs/*', 'allow'],
      ['read', '*.env', 'deny'],
    ],
    { are: 'exact', tools: ['read', 'bash', 'edit'] },
  ],
  [
    'open but for what is denied as a whole',
    [
      ['subagent', '*', 'deny'],
      ['edit', 'docs/*', 'deny'],
    ],
    { are: 'all', can: expect.not.arrayContaining(['delegate']) },
  ],
  ['open where nobody says a word', [], { are: 'all' }],
])('the rules of version 2 are read: %s', (_, rules, expected) => {
  const permissions = rules.map(([action, resource, effect]) => ({ action, resource, effect }));

  expect(targetOf('opencode').effective?.({ permissions }, '')).toMatchObject(expected);
});
