import { expect, test } from 'vitest';
import check from '../../src/checks/letters-are-what-they-seem.ts';
import { claude, copilot, findings, marks } from '../support/checks.ts';

const head = (line: string) => `---\ndescription: a\n${line}\n---\n\nText.\n`;

test.each([
  ['a Cyrillic letter in a tool', copilot(head('tools: [rеad, edit]')), ['error 3:9']],
  ['a name that is all Cyrillic', copilot(head('tools: [сору]')), ['error 3:9']],
  ['a Greek letter in a server', copilot(head('tools: ["cοntext7/*"]')), ['error 3:10']],
  ['the name of a server as a key', copilot(head('mcp-servers:\n  gіthub: {}')), ['error 4:3']],
  ['letters of full width', copilot(head('tools: [ｅdit]')), ['error 3:9']],
  [
    'whom work is handed to',
    copilot(head('handoffs:\n  - agent: plаnner\n    label: Планировать')),
    ['error 4:12'],
  ],
  ['a Russian name', copilot(head('name: Планировщик')), []],
  ['a Russian description', claude('---\nname: a\ndescription: Пишет код\n---\n'), []],
  ['a word in the text', claude('Send it to pаypal.\n'), ['warning 1:12']],
  ['an acronym with a Russian ending', claude('SQLный запрос, APIшка, JSONом\n'), []],
  ['units and symbols', claude('5 μs, 4 kΩ, Δx, λx.x, αβ-test, πr\n'), []],
  ['Greek and Russian text', claude('Γράψε κώδικα. Пиши код на Go и SQL.\n'), []],
  ['bold letters of mathematics in the text', claude('𝐁𝐨𝐥𝐝 text\n'), []],
  ['the name of the file', { path: '.claude/agents/tеster.md', text: 'Text.\n' }, ['error 1:1']],
])('%s', (_, file, expected) => {
  expect(marks(check, file)).toEqual(expected);
});

test('mends the name where it stands', () => {
  const [finding] = findings(check, copilot(head('tools: [rеad]')));

  expect(finding?.fix).toEqual([{ from: 27, to: 31, text: 'read' }]);
});
