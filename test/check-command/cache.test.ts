import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bad, good } from '../support/agents.ts';
import { persona } from '../support/built.ts';
import { folder, write } from '../support/disk.ts';

const place = 'node_modules/.cache/create-persona';
const project = (files: Readonly<Record<string, string>>) =>
  folder({ 'node_modules/.keep': '', ...files });

const check = async (root: string, ...words: readonly string[]) => {
  const { stdout } = await persona(root, ['check', '--json', ...words]);
  return JSON.parse(stdout) as { findings: { path: string; check: string; says: string }[] };
};
const caches = (root: string) =>
  readdirSync(join(root, place)).filter((name) => name.endsWith('.json'));
const cacheText = (root: string) => readFileSync(join(root, place, caches(root)[0]!), 'utf8');

/** Whether a second run reads its findings from the cache: we put a word of ours into it. */
async function isRemembered(root: string, change: () => void): Promise<boolean> {
  await check(root);
  const at = join(root, place, caches(root)[0]!);
  writeFileSync(at, cacheText(root).replaceAll('The link leads to', 'The cache leads to'));
  change();
  const { findings } = await check(root);
  expect(findings.length).toBeGreaterThan(0);
  return findings.some(({ says }) => says.startsWith('The cache'));
}

const files = {
  '.claude/agents/a.md': bad('a'),
  '.claude/agents/b.md': good.replace('tester', 'b'),
};

test('a second run says the same as the first, and as one without a cache', async () => {
  const root = project(files);

  const runs = [await check(root), await check(root), await check(root, '--no-cache')];

  expect(runs[1]).toEqual(runs[0]);
  expect(runs[2]).toEqual(runs[0]);
});

test('a second run without a change does not run the checks', async () => {
  const root = project(files);

  expect(await isRemembered(root, () => {})).toBe(true);
});

test('what was said of a file holds no more when the file has changed', async () => {
  const root = project(files);

  const change = () => write(root, { '.claude/agents/a.md': `${bad('a')}\nMore.\n` });

  expect(await isRemembered(root, change)).toBe(false);
});

const ownPersona =
  '---\nid: x\ntitle: T\nsummary: S\nexpertise: [E]\nfocus: [F]\ncan: [read]\nbudget: 9\n---\n\n## Role description\n\nText.\n';

test.each([
  ['another agent', { '.claude/agents/b.md': good.replace('tester', 'c') }],
  ['a new file of code', { 'src/new.py': '' }],
  ['a persona of the team', { '.persona/personas/x.md': ownPersona }],
])('a broken link is not looked for again after a change of %s', async (_, change) => {
  const root = project(files);

  expect(await isRemembered(root, () => write(root, change))).toBe(true);
});

/** A repository in which nearly every check that looks round has something to look at. */
const wide = {
  '.claude/agents/a.md':
    '---\nname: a\ndescription: Builds what was planned\ntools: Read, Bash\n---\n\nCoverage is ≥60% in development, ≥70% in staging.\n\n## What I do not do\n\n- No deployments (delegate to `b`)\n\nRun `npm run lint`, and consult `surveyor`. See [the rules](rules.md).\n\n## Example\n\n```python\nfrom pydantic import BaseModel, validator\n\n\nclass A(BaseModel):\n    a: int\n\n    @validator("a")\n    def check(cls, a: int) -> int:\n        return a\n```\n',
  '.claude/agents/b.md':
    '---\nname: b\ndescription: Deploys what was built\ntools: Read, Bash\n---\n\nCoverage in staging is ≥70%. What I leave: planning (consult `a`).\n',
  '.github/agents/c.agent.md':
    '---\nname: C\ndescription: Plans what is to be built\ntools: [read]\nhandoffs:\n  - { label: Build, agent: D, prompt: Build it }\n---\n\nI plan.\n',
  '.augment/chatmodes/d.chatmode.md':
    '---\ndescription: Writes pages\nsecurity:\n  restricted_paths: ["packages/**/backend/**"]\n---\n\nI write pages.\n',
  '.augment/memory/successful-patterns/x-2026-01-02.memory.md':
    'Text.\n\n- **Status:** Active\n- **Next Review:** 2026-07-02\n',
  'package.json': '{"scripts":{"lint":"eslint ."}}\n',
};

test.each([
  ['the agent that work is handed to', { '.claude/agents/b.md': good }],
  ['an agent that comes', { '.claude/agents/surveyor.md': good.replace('tester', 'surveyor') }],
  [
    'the name that an agent goes by',
    { '.github/agents/d.agent.md': '---\nname: D\ndescription: Builds\n---\n\nI build.\n' },
  ],
  ['a threshold in another file', { '.claude/agents/b.md': 'Coverage in staging is ≥80%.\n' }],
  ['the scripts of the project', { 'package.json': '{"scripts":{}}\n' }],
  ['what the project depends on', { 'pyproject.toml': 'dependencies = ["pydantic<2"]\n' }],
  [
    'a persona of the team',
    { '.persona/personas/surveyor.md': ownPersona.replace('x', 'surveyor') },
  ],
  [
    'the code of the project',
    Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`apps/backend/${name}.py`, ''])),
  ],
  ['the file that a link leads to', { '.claude/agents/rules.md': good.replace('tester', 'rules') }],
])('after a change of %s a run says what one without a cache says', async (_, change) => {
  const root = project(wide);
  const before = await check(root);

  write(root, change);
  const after = await check(root);

  expect(after).toEqual(await check(root, '--no-cache'));
  expect(after.findings).not.toEqual(before.findings);
});

test('a file that comes is found, though the file with the link has not changed', async () => {
  const root = project({ ...files, '.claude/agents/rules.md': good.replace('tester', 'rules') });
  const before = await check(root);

  const { rmSync } = await import('node:fs');
  rmSync(join(root, '.claude/agents/rules.md'));
  const after = await check(root);

  expect(before.findings).toEqual([]);
  expect(after.findings).toMatchObject([
    { path: '.claude/agents/a.md', check: 'references-resolve' },
  ]);
});

test('a file that is ignored and comes is seen by who asked for it', async () => {
  const root = project({ ...files, '.gitignore': 'rules.md\n' });
  const before = await check(root);

  write(root, { '.claude/agents/rules.md': 'Rules.\n' });
  const after = await check(root);

  expect(before.findings).toHaveLength(1);
  expect(after.findings).toEqual([]);
});

test('levels and suppressions need no new reading, and each choice of checks is its own', async () => {
  const root = project(files);
  await check(root);

  write(root, { '.persona/config.yaml': 'checks: { references-resolve: info }\n' });
  const { findings } = await check(root);
  await check(root, '--only', 'names-agree');

  expect(findings).toMatchObject([{ level: 'info' }]);
  expect(caches(root)).toHaveLength(2);
});

test.each([
  ['cut off', (text: string) => text.slice(0, text.length / 2)],
  ['empty', () => ''],
  ['of another form', () => '{"files":[]}'],
  ['null', () => 'null'],
])('a cache that is %s is none', async (_, broken) => {
  const root = project(files);
  const before = await check(root);
  writeFileSync(join(root, place, caches(root)[0]!), broken(cacheText(root)));

  expect(await check(root)).toEqual(before);
  expect(JSON.parse(cacheText(root))).toHaveProperty('looks');
});

test('a cache that cannot be written stops nobody', async () => {
  const root = project({ ...files, 'node_modules/.cache': 'a file' });

  expect((await check(root)).findings).toHaveLength(1);
});

test('without installed packages it is in the folder for caches', async () => {
  const root = folder(files);
  const home = folder();

  await persona(root, ['check'], { env: { XDG_CACHE_HOME: home } });

  expect(readdirSync(join(home, 'create-persona'))).toContainEqual(
    expect.stringMatching(/^[0-9a-f]{16}\.json$/),
  );
});
