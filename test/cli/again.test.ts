import fs from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { persona } from '../support/built.ts';
import { copyOf, filesIn, folder, readFile } from '../support/disk.ts';

const agent = '.claude/agents/architect.md';
const source = '.persona/personas/architect.md';
const rule = '.claude/rules/diagrams-as-text.md';

let standing: string;
beforeAll(async () => {
  standing = folder();
  await persona(standing, ['architect', '--targets', 'claude']);
});

test.concurrent.each([
  [['architect']],
  [['chatmode', 'devops', '--targets', 'claude,copilot']],
  [['instruction', 'type-hints']],
  [['memory', 'Freeze the clock', '--lesson', 'Inject it']],
  [['memory', 'Freeze the clock', '--topic', 'testing-patterns', '--lesson', 'Inject it']],
  [['prompt', 'Add a page', '--purpose', 'A page', '--steps', 'Write it; Read it']],
  [['spec', 'Search', 'feature', '--summary', 'Users find a page']],
])('%j twice changes nothing, and says so', async (words) => {
  const root = copyOf(standing);
  const first = await persona(root, words);
  const before = filesIn(root);

  const second = await persona(root, words);

  expect([first.code, second.code]).toEqual([0, 0]);
  expect(filesIn(root)).toEqual(before);
  expect(second.stdout).toMatch(/(as they should be|is as it should be)\. Nothing was written\./);
});

test.concurrent('files in the way are all named, and nothing is changed', async () => {
  const own = { [agent]: 'my agent\n', [rule]: 'my rule\n' };
  const root = folder(own);

  const { code, stdout, stderr } = await persona(root, ['architect', '--targets', 'claude']);

  expect({ code, stdout, files: filesIn(root) }).toEqual({ code: 2, stdout: '', files: own });
  expect(stderr).toContain(`${agent}\n`);
  expect(stderr).toContain(`${rule}\n`);
  expect(stderr).toContain('--force');
});

test.concurrent('--force replaces them, and says so', async () => {
  const root = folder({ [agent]: 'my agent\n', [rule]: 'my rule\n' });

  const { code, stdout } = await persona(root, ['architect', '--targets', 'claude', '--force']);

  expect(code).toBe(0);
  expect(stdout).toMatch(/^Replaced:\n( {2}.*\n)*.*architect\.md/m);
  expect(filesIn(root)).toEqual(filesIn(standing));
});

test.concurrent('a file that we wrote and nobody changed is brought up to date', async () => {
  const root = copyOf(standing);
  fs.appendFileSync(join(root, source), '\n## House rules\n\nBe kind.\n');

  const { code, stdout } = await persona(root, ['architect']);

  expect(code).toBe(0);
  expect(stdout).toContain('Replaced:');
  expect(readFile(root, agent)).toContain('Be kind.');
});

test.concurrent('a file that we wrote and somebody changed is in the way', async () => {
  const root = copyOf(standing);
  fs.appendFileSync(join(root, source), '\n## House rules\n\nBe kind.\n');
  fs.appendFileSync(join(root, agent), '\nMy own line.\n');
  const before = filesIn(root);

  const { code, stderr } = await persona(root, ['architect']);

  expect({ code, files: filesIn(root) }).toEqual({ code: 2, files: before });
  expect(stderr).toContain(agent);
  expect(stderr).not.toContain(rule);
});

test.concurrent("a plopfile of the team's own is left alone", async () => {
  const root = folder({ 'plopfile.mjs': 'export default () => {};\n' });

  const { code } = await persona(root, ['architect', '--targets', 'claude']);

  expect(code).toBe(0);
  expect(Object.keys(filesIn(root)).filter((path) => path.startsWith('plopfile'))).toEqual([
    'plopfile.mjs',
  ]);
  expect(readFile(root, 'plopfile.mjs')).toBe('export default () => {};\n');
});

test.concurrent('an agent that we wrote learns of a colleague who came later', async () => {
  const root = folder();
  await persona(root, ['architect', '--targets', 'copilot']);
  const before = readFile(root, '.github/agents/architect.agent.md');

  const { code } = await persona(root, ['backend-dev', '--targets', 'copilot']);

  const after = readFile(root, '.github/agents/architect.agent.md');
  expect(code).toBe(0);
  expect([before, after].map((text) => text.includes('agent: "Backend Developer"'))).toEqual([
    false,
    true,
  ]);
});
