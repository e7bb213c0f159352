import { expect, test } from 'vitest';
import check from '../../src/checks/twins-agree.ts';
import { findings, marks } from '../support/checks.ts';

const head = (lines: string, body = '') => `---\n${lines}\n---\n\n${body}`;
const github = (text: string) => ({ path: '.github/agents/backend-dev.agent.md', text });
const claude = (text: string) => ({ '.claude/agents/backend-dev.md': text });

test.each([
  [
    'the same line for two tools',
    head('model: Claude Sonnet 4.5 (copilot)'),
    head('model: sonnet'),
    [],
  ],
  [
    'two lines of one maker',
    head('model: Claude Opus 4.5 (copilot)'),
    head('model: sonnet'),
    ['info 2:1'],
  ],
  ['two numbers', head('model: Claude Sonnet 4.5'), head('model: claude-sonnet-4-6'), ['info 2:1']],
  ['models of two makers', head('model: GPT-5.2 (copilot)'), head('model: sonnet'), []],
  ['what is left to others', head('model: Claude Opus 4.5'), head('model: inherit'), []],
  ['two ids', head('hypertool_persona: a'), head('hypertool_persona: b'), ['warning 2:1']],
  ['one id', head('hypertool_persona: a'), head('hypertool_persona: a'), []],
  [
    'two titles',
    head('name: Backend Engineer'),
    head('name: backend-dev', '# Backend Developer\n'),
    ['info 2:1'],
  ],
  [
    'one title',
    head('name: Backend Developer'),
    head('name: backend-dev', '# Chat Mode: Backend developer\n'),
    [],
  ],
  [
    'a heading that is no title',
    head('name: Backend Developer'),
    head('name: backend-dev', '# How we work\n'),
    [],
  ],
])('%s', (_, own, other, expected) => {
  expect(marks(check, github(own), claude(other))).toEqual(expected);
});

test.each([
  [
    'another folder of tools',
    { 'packages/a/.claude/agents/backend-dev.md': head('hypertool_persona: b') },
  ],
  ['a collection', { 'agents/backend-dev.agent.md': head('hypertool_persona: b') }],
])('%s has no twin of ours', (_, others) => {
  expect(marks(check, github(head('hypertool_persona: a')), others)).toEqual([]);
});

test('the same title under another id', () => {
  const others = {
    '.claude/agents/backend-developer.md': head('name: backend-developer', '# Backend Developer\n'),
  };
  expect(findings(check, github(head('name: Backend Developer')), others)[0]?.says).toBe(
    '"Backend Developer" is `backend-dev` here, and `backend-developer` in .claude/agents/backend-developer.md.',
  );
});

test('a persona of the team says itself what each tool is given', () => {
  const others = claude(head('model: sonnet'));
  expect(marks(check, github(head('model: Claude Opus 4.5')), others, ['backend-dev'])).toEqual([]);
});
