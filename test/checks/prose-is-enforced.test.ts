import { expect, test } from 'vitest';
import check from '../../src/checks/prose-is-enforced.ts';
import { augment, claude, marks } from '../support/checks.ts';

const file = (tools: string, rules: string) =>
  claude(`---\nname: a\ntools: ${tools}\n---\n## What I don't do\n\n${rules}`);

const anywhere = (tools: string, rules: string) =>
  claude(`---\nname: a\ntools: ${tools}\n---\n## Steps\n${rules}`);

test.each([
  ['a tool that is missing holds it', file('Read', '- No deployments\n'), []],
  ['nothing holds it', file('Read, Bash', '- No deployments\n'), ['info 7:1']],
  ['a cross makes a rule of it', file('Bash', '❌ Deploy to production\n'), ['info 7:1']],
  ['somebody who is there takes it', file('Bash', '- No deployments (delegate to `devops`)\n'), []],
  ['in plain words too', file('Bash', '- No deployments (delegate to DevOps)\n'), []],
  [
    'nobody of that name',
    file('Bash', '- No deployments (delegate to `ops-team`)\n'),
    ['info 7:1'],
  ],
  ['a path that nothing denies', file('Edit', '- Never change `src/**`\n'), ['info 7:1']],
  [
    'a denied path',
    augment(
      '---\ntools: [launch-process, save-file]\nsecurity:\n  restricted_paths: ["**/frontend/**"]\n---\n## Restricted\n\n- Write frontend code\n',
    ),
    [],
  ],
  ['how to behave is no policy', file('Bash', '- Be rude\n- Guess\n'), []],
  ['told once for each section', file('Bash', '- No deployments\n- No commits\n'), ['info 7:1']],
  ['by the names of our own files', file('Read', '- **Not granted:** no running, no web\n'), []],
  [
    'who grants everything has no policy',
    claude("---\nname: a\n---\n## What I don't do\n\n- Deploy\n"),
    [],
  ],
  ['a sentence anywhere', anywhere('Bash', 'Do not push to main.\n'), ['info 6:1']],
  ['a sentence after another', anywhere('Edit', 'Be kind. Never edit `a/b`.\n'), ['info 6:1']],
  ['an item anywhere', anywhere('Edit', '- Never modify production code\n'), ['info 6:1']],
  ['a tool that is missing holds that too', anywhere('Read', 'You must never modify files.\n'), []],
  ['a path that it forbids', anywhere('Edit', 'Never edit `src/legacy/**`.\n'), ['info 6:1']],
  [
    'a path that the front matter denies',
    augment(
      '---\ntools: [save-file]\nsecurity:\n  restricted_paths: ["**/legacy/**"]\n---\n## Steps\n\nNever edit `legacy/`.\n',
    ),
    [],
  ],
  [
    'how to write is no policy',
    anywhere('Edit', 'Do not write long functions. Never change the subject.\n'),
    [],
  ],
  ['what is not forbidden', anywhere('Bash', 'Push when the tests pass.\n'), []],
  [
    'all of them at once',
    anywhere('Bash', 'Do not push to main.\n\nNever deploy on Fridays.\n'),
    ['info 6:1'],
  ],
  ['elsewhere it is no rule', claude('---\nname: a\ntools: Bash\n---\n## Steps\n\n- Deploy\n'), []],
])('%s', (_, example, expected) => {
  expect(marks(check, example, {}, ['devops'])).toEqual(expected);
});

test.each([
  ['Edit(src/legacy/**)', []],
  ['Write(./src/legacy/**)', []],
  ['Read(src/legacy/**)', ['info 6:1']],
  ['Edit(src/**)', ['info 6:1']],
])('what Claude Code denies to all is held: %s', (rule, expected) => {
  const settings = JSON.stringify({ permissions: { deny: [rule] } });

  const said = marks(check, anywhere('Edit', 'Never edit `src/legacy/**`.\n'), {
    '.claude/settings.json': settings,
  });

  expect(said).toEqual(expected);
});
