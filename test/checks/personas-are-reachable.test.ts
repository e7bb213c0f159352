import { expect, test } from 'vitest';
import check from '../../src/checks/personas-are-reachable.ts';
import { copilot, findings, marks } from '../support/checks.ts';

const hidden = 'user-invocable: false\ndisable-model-invocation: true\n';
const calls = (agent: string, send = false) =>
  `---\nname: ${agent === 'b' ? 'c' : 'b'}\nhandoffs:\n  - label: L\n    agent: ${agent}\n    send: ${send}\n---\n`;
const at = (name: string) => `.github/agents/${name}.agent.md`;

test.each([
  ['offered to people', copilot('---\ndescription: a\n---\n'), {}, []],
  ['started by others', copilot('---\nuser-invocable: false\n---\n'), {}, []],
  ['nobody can', copilot(`---\n${hidden}---\n`), {}, ['warning 2:1']],
  ['somebody hands off to it', copilot(`---\n${hidden}---\n`), { [at('b')]: calls('tester') }, []],
  [
    'the others know each other, and not this one',
    copilot('---\ndescription: a\n---\n'),
    { [at('b')]: calls('c'), [at('c')]: calls('b') },
    ['info 1:1'],
  ],
  [
    'a family of one other is none',
    copilot('---\ndescription: a\n---\n'),
    { [at('b')]: calls('c') },
    [],
  ],
])('%s', (_, file, others, expected) => {
  expect(marks(check, file, others)).toEqual(expected);
});

test('a circle that nobody is asked about', () => {
  const own = copilot('---\nname: T\nhandoffs:\n  - label: L\n    agent: b\n    send: true\n---\n');
  const back = '---\nname: b\nhandoffs:\n  - label: L\n    agent: T\n    send: true\n---\n';
  expect(findings(check, own, { [at('b')]: back })[0]?.says).toContain('T → b → T');
  expect(marks(check, own, { [at('b')]: back.replace('true', 'false') })).toEqual([]);
});
