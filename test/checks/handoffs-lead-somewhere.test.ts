import { expect, test } from 'vitest';
import check from '../../src/checks/handoffs-lead-somewhere.ts';
import { augment, claude, copilot, findings, marks, source } from '../support/checks.ts';

const others = {
  '.github/agents/reviewer.agent.md': '---\nname: Code Reviewer\n---\n',
  '.github/agents/planner.agent.md': 'I have no name.\n',
  '.claude/agents/surveyor.md': '---\nname: surveyor\n---\n',
};
const to = (agent: string) => `---\nhandoffs:\n  - label: L\n    agent: ${agent}\n---\n`;

test.each([
  ['an agent by its name', copilot(to('Code Reviewer')), []],
  ['an agent by its file, and it has another name', copilot(to('reviewer')), ['error 4:12']],
  ['an agent by its file, and it has no name', copilot(to('planner')), []],
  ['what is built in', copilot(to('agent') + '\n'), []],
  ['nobody who is here', copilot(to('nobody')), ['warning 4:12']],
  ['a slip of the pen', copilot(to('Code Reviewr')), ['error 4:12']],
  ['subagents', copilot('---\nagents: [Code Reviewer, nobody]\n---\n'), ['warning 2:25']],
  ['any subagent, or none', copilot('---\nagents: ["*"]\n---\n'), []],
  [
    'subagents of Claude Code',
    claude('---\ntools: Read, Agent(surveyor, nobody, Explore)\n---\n'),
    ['warning 2:30'],
  ],
  [
    'an agent that Claude Code does not see',
    claude('---\ntools: Agent(planner)\n---\n'),
    ['warning 2:14'],
  ],
  [
    'a persona who is there',
    source('---\nhandoffs:\n  - { to: architect, how: consult, for: it }\n---\n'),
    [],
  ],
  [
    'a persona who is not there',
    source('---\nhandoffs:\n  - { to: nobody, how: consult, for: it }\n---\n'),
    ['error 3:11'],
  ],
  [
    'a persona in the text',
    augment('Design (consult `architect`), review (delegate to `reviewer`).\n'),
    [],
  ],
  ['nobody in the text', augment('**Consult `architects`** for it.\n'), ['error 1:12']],
  ['a role in plain words', augment('Consult the documentation, and delegate to ops.\n'), []],
  ['a file is nobody', augment('Consult `README.md` and consult `src/app`.\n'), []],
])('%s', (_, file, expected) => {
  expect(marks(check, file, others, ['architect'])).toEqual(expected);
});

test('says by which name the agent is found', () => {
  expect(findings(check, copilot(to('reviewer')), others)[0]?.mend).toBe('Write `Code Reviewer`.');
});

const prompt = (agent: string) => ({
  path: '.github/prompts/a.prompt.md',
  text: `---\nagent: ${agent}\n---\nDo it.\n`,
});

test.each([
  [
    'one who is there',
    'Reviewer',
    { '.github/agents/r.agent.md': '---\nname: Reviewer\n---\n' },
    0,
  ],
  [
    'one who is built in',
    'agent',
    { '.github/agents/r.agent.md': '---\nname: Reviewer\n---\n' },
    0,
  ],
  [
    'one who is not there',
    'Revewer',
    { '.github/agents/r.agent.md': '---\nname: Reviewer\n---\n' },
    1,
  ],
  ['anybody, where there are no agents', 'Reviewer', {}, 0],
])('a prompt that is run by %s', (_, agent, others, many) => {
  expect(marks(check, prompt(agent), others)).toHaveLength(many);
});
