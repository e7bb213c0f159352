import { expect, test } from 'vitest';
import check from '../../src/checks/hypertool-agrees.ts';
import { augment, findings, marks } from '../support/checks.ts';

const mode = augment(
  '---\ntools: [view, find_symbol_Serena]\nhypertool_persona: be\npersona_token_budget: 2000\nsecurity:\n  restricted_paths: ["a/**"]\n  allowed_mcp_servers: [serena]\n---\n',
);
const beside = (persona: unknown) => ({
  '.hypertool/personas/be.json': typeof persona === 'string' ? persona : JSON.stringify(persona),
});

test.each([
  ['no such folder here', {}, []],
  ['another persona is there', { '.hypertool/personas/fe.json': '{}' }, ['warning 3:20']],
  ['one that says nothing', beside({}), []],
  [
    'one that says the same',
    beside({ tokenBudget: 2000, allowedServers: ['serena'], restrictedPaths: ['a/**'] }),
    [],
  ],
  ['another budget', beside({ tokenBudget: 1500 }), ['warning 4:1']],
  [
    'a server more and one less',
    beside({ allowedServers: ['github'] }),
    ['warning 7:3', 'warning 7:25'],
  ],
  ['a path less', beside({ restrictedPaths: [] }), ['warning 6:23']],
  [
    'tools of a server that are not allowed',
    beside({ allowedTools: { serena: ['analyze_code'] } }),
    ['warning 2:15'],
  ],
  ['tools of a server that are', beside({ allowedTools: { serena: ['find_symbol'] } }), []],
  ['a file that is no JSON', beside('{'), ['warning 3:20']],
  ['a file with something else in it', beside('[1]'), ['warning 3:20']],
])('%s', (_, others, expected) => {
  expect(marks(check, mode, others)).toEqual(expected);
});

test.each([
  ['safety-architect', 'tta-backend-engineer', ['info 2:20']],
  ['api-gateway-engineer', 'tta-backend-engineer', ['info 2:20']],
  ['backend-dev', 'tta-backend-engineer', []],
  ['qa-engineer', 'tta-testing-specialist', []],
  ['devops', 'tta-devops-engineer', []],
  ['tester', 'backend', []],
])('%s as %s', (stem, id, expected) => {
  const path = `.augment/chatmodes/${stem}.chatmode.md`;
  const text = `---\nhypertool_persona: ${id}\n---\n\nI work.\n`;
  expect(marks(check, { path, text })).toEqual(expected);
});

test('shows both sides', () => {
  const [finding] = findings(check, mode, beside({ allowedTools: { serena: ['analyze_code'] } }));

  expect(finding?.says).toBe(
    '.hypertool/personas/be.json allows `analyze_code` of the server `serena`, and the list here has `find_symbol_Serena`.',
  );
});

test.each([
  ['the same picture and title', '🐍 Backend Developer (2000 tokens)', 0],
  ['another picture', '⚙️ Backend Developer', 1],
  ['another title', '🐍 Backend Engineer', 1],
  ['both', '⚙️ Backend Engineer', 2],
  ['an id instead of a title', '🐍 backend-dev (2000 tokens)', 0],
  ['neither', 'backend', 0],
])('names: %s', (_, said, many) => {
  const file = augment(`---\nhypertool_persona: be\n---\n\n**Persona:** ${said}\n`);
  const persona = beside({ displayName: 'Backend Developer', icon: '🐍' });
  expect(marks(check, file, persona)).toEqual(Array(many).fill('info 5:1'));
});
