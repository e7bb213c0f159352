import { expect, test } from 'vitest';
import check from '../../src/checks/tools-take-effect.ts';
import { augment, claude, copilot, findings, marks } from '../support/checks.ts';

const list = (tools: string, body = '') =>
  `---\nname: a\ndescription: b\ntools: ${tools}\n---\n${body}`;
const open = (body: string) => `---\nname: a\ndescription: b\n---\n${body}`;

test.each([
  ['some are known', copilot(list('[view, read]')), []],
  ['only names that another tool has', copilot(list('[view, save-file]')), ['error 4:1']],
  [
    'only names that the command line has, which reads the same file',
    copilot(list('[web_search, web_fetch]')),
    ['warning 4:1'],
  ],
  ['only names that are gone', copilot(list('[findTestFiles]')), ['error 4:1']],
  ['only names that may come from a server', copilot(list('[docs_search]')), ['warning 4:1']],
  [
    'only names that have moved, which VS Code still takes, and GitHub never knew',
    copilot(list('[codebase]')),
    ['info 4:1'],
  ],
  ['a name of a server', copilot(list('["context7/*"]')), []],
  ['names of Copilot in an agent of Claude', claude(list('read, edit')), ['error 4:1']],
  ['an empty list, and work to do', copilot(list('[]', '- Run the tests\n')), ['warning 4:1']],
  ['an empty list, and nothing to do', copilot(list('[]', 'Answer in verse.\n')), []],
  ['no list, and no limit', claude(open('I build.\n')), []],
  ['no list, and a limit', claude(open('You must never edit files.\n')), ['warning 5:1']],
  [
    'no list, and a list of allowed tools',
    copilot(open('## Allowed Tools\n\n- `read`\n')),
    ['warning 5:1'],
  ],
  [
    'everything, and a limit',
    copilot(list('["*"]', 'This agent is read-only.\n')),
    ['warning 6:1'],
  ],
  [
    'a limit for some files only',
    claude(open('Never modify production code without a test.\n')),
    [],
  ],
  [
    '`allowed-tools`, which the check of the keys tells',
    claude('---\nname: a\nallowed-tools: Read\n---\nYou must never edit files.\n'),
    [],
  ],
  ['where no editor loads it nothing takes effect', augment(list('[nothing]')), []],
  [
    'a limit under a heading, and a tool that writes',
    copilot(list('[read, edit]', '## Rules\n\n- Read-only critique: no code modifications.\n')),
    ['warning 4:15'],
  ],
  [
    'a limit in bold, and tools that read',
    claude(list('Read, Grep, Bash', 'You are **read-only**: report findings, never fix.\n')),
    [],
  ],
  [
    'a limit in bold, and two tools that write',
    claude(list('Read, Edit, Write', 'You audit it. You are **read-only**: report findings.\n')),
    ['warning 4:14'],
  ],
  [
    'a tool that writes, and is taken away',
    claude('---\nname: a\ntools: Read, Edit\ndisallowedTools: Edit\n---\nDo not edit files.\n'),
    [],
  ],
  [
    'no list, and a limit that another key holds',
    claude('---\nname: a\ndisallowedTools: Edit, Write\n---\nYou are **read-only**.\n'),
    [],
  ],
  [
    'no list, and a limit that another key holds by half',
    claude('---\nname: a\ndisallowedTools: [Edit]\n---\nYou are **read-only**.\n'),
    ['warning 5:1'],
  ],
  [
    'a limit in the description',
    copilot('---\ndescription: A read-only startup review\ntools: [edit]\n---\nI read.\n'),
    ['warning 3:9'],
  ],
  [
    'a limit in the description, and every tool',
    copilot('---\ndescription: Read-only reviewer\n---\nI read.\n'),
    ['warning 2:1'],
  ],
  [
    'a limit that is about data',
    copilot(
      list(
        '[read, edit]',
        '- Read-only approach: never modify resources.\n- Run read-only queries.\n',
      ),
    ),
    [],
  ],
  [
    'a limit for a while',
    copilot(
      list(
        '[edit]',
        '- Do not edit files until the plan is approved.\n- No code changes needed.\n',
      ),
    ),
    [],
  ],
  [
    'a limit with an exception',
    copilot(
      list('[edit]', '- Do not write code - except for tests.\n- Do not edit code directly.\n'),
    ),
    [],
  ],
  [
    'front matter that is broken, which another check tells',
    claude('---\nname: [\n---\nYou must never edit files.\n'),
    [],
  ],
  [
    'a prompt',
    { path: '.github/prompts/a.prompt.md', text: '---\ntools: [view]\n---\n' },
    ['error 2:1'],
  ],
])('%s', (_, file, expected) => {
  expect(marks(check, file)).toEqual(expected);
});

test('says of which day the names are', () => {
  expect(findings(check, copilot(list('[save-file]')))[0]?.says).toMatch(
    /names as of \d{4}-\d\d-\d\d/,
  );
});
