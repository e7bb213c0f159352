import { expect, test } from 'vitest';
import check from '../../src/checks/handoffs-do-not-widen.ts';
import { claude, copilot, marks } from '../support/checks.ts';

const others = {
  '.github/agents/b.agent.md': '---\nname: b\ntools: [read, edit, execute]\n---\n',
  '.github/agents/c.agent.md': '---\nname: c\ntools: [read]\n---\n',
  '.github/agents/all.agent.md': '---\nname: all\n---\n',
  '.claude/agents/b.md': '---\nname: b\ntools: Read, Edit\n---\n',
};
const hands = (agent: string, send: boolean) =>
  `---\ntools: [read]\nhandoffs:\n  - label: L\n    agent: ${agent}\n    send: ${send}\n---\n`;

test.each([
  [
    'starts one who may do more',
    copilot('---\ntools: [read, agent]\nagents: [b]\n---\n'),
    ['warning 3:10'],
  ],
  [
    'starts one who may do everything',
    copilot('---\ntools: [read, agent]\nagents: [all]\n---\n'),
    ['warning 3:10'],
  ],
  ['starts one who may do no more', copilot('---\ntools: [read, agent]\nagents: [c]\n---\n'), []],
  ['may do all that itself', copilot('---\ntools: [edit, execute, agent]\nagents: [b]\n---\n'), []],
  ['a person is asked', copilot(hands('b', false)), []],
  ['nobody is asked', copilot(hands('b', true)), ['warning 5:12']],
  [
    'it has no tool to start any',
    copilot('---\ntools: [read]\nagents: [b]\n---\n'),
    ['warning 3:1'],
  ],
  ['without a list it has', copilot('---\nagents: [b]\n---\n'), []],
  ['a subagent of Claude Code', claude('---\ntools: Read, Agent(b)\n---\n'), ['warning 2:20']],
  [
    'rights of which nobody can tell',
    copilot('---\ntools: ["db/*", agent]\nagents: [b]\n---\n'),
    [],
  ],
  ['nobody of that name', copilot('---\ntools: [read, agent]\nagents: [x]\n---\n'), []],
])('%s', (_, file, expected) => {
  expect(marks(check, file, others)).toEqual(expected);
});
