import { describe, expect, test } from 'vitest';
import migrating from '../../generators/migrate.ts';
import { parseDocument } from '../../src/front-matter.ts';
import { planned, textsOf } from '../support/import.ts';

/** What VS Code fills in for a prompt. */
const variable = ['$', '{input:name}'].join('');

const chatMode = (tools: string, body = '# Planner\n\nPlans before others build.\n') =>
  `---\ndescription: Plans work. Use before a feature.\n${tools}---\n\n${body}`;
const migrated = (project: Readonly<Record<string, string>>, words: readonly string[] = []) =>
  planned(migrating, words, project);
const lost = (changes: readonly { how: string; what: string }[] = []) =>
  changes.filter(({ how }) => how === 'lost').map(({ what }) => what);

describe('a list of tools keeps its form, with the names of today', () => {
  test.each([
    ['a flow list', "tools: ['codebase', 'fetch']\n", "tools: ['search/codebase', 'web/fetch']"],
    ['one without quotes', 'tools: [codebase, fetch]\n', 'tools: [search/codebase, web/fetch]'],
    [
      'a flow list of several lines',
      "tools: [\n  'codebase',\n  'fetch'\n]\n",
      "tools: ['search/codebase', 'web/fetch']",
    ],
    [
      'a block list',
      'tools:\n  - codebase\n  - fetch\n',
      'tools:\n  - search/codebase\n  - web/fetch',
    ],
    [
      'a block list at the margin',
      'tools:\n- codebase\n- fetch\n',
      'tools:\n- search/codebase\n- web/fetch',
    ],
    ['one line with commas', 'tools: codebase, fetch\n', 'tools: search/codebase, web/fetch'],
    ['two old names of one tool', 'tools: [runCommands, runTasks]\n', 'tools: [execute]'],
    [
      'names that are current',
      'tools: [\'search/codebase\', "web/fetch"]\n',
      'tools: [\'search/codebase\', "web/fetch"]',
    ],
    ['a wildcard', "tools: ['codebase', '*']\n", "tools: ['search/codebase', '*']"],
    ['a key after it', 'tools:\n  - codebase\nmodel: x\n', 'tools:\n  - search/codebase\nmodel: x'],
    [
      'lists of what is allowed and denied',
      'tools:\n  allowed:\n    - codebase\n  denied:\n    - fetch\n',
      'tools:\n    - search/codebase',
    ],
  ])('%s', async (_, tools, expected) => {
    const plan = await migrated({ '.github/chatmodes/planner.chatmode.md': chatMode(tools) });

    const text = textsOf(plan)['.github/agents/planner.agent.md']!;
    expect(text).toBe(chatMode(`${expected}\n`));
  });
});

test('a chat mode says in its new place all that it said in the old one', async () => {
  const before = chatMode('tools: [codebase]\nmodel: gpt-4\nmode: agent\nhypertool_persona: x\n');

  const plan = await migrated({ '.github/chatmodes/planner.chatmode.md': before });

  const after = parseDocument(textsOf(plan)['.github/agents/planner.agent.md']!);
  expect(after.body).toBe(parseDocument(before).body);
  expect(after.head).toEqual({ ...parseDocument(before).head, tools: ['search/codebase'] });
  expect(plan.removes).toEqual([{ path: '.github/chatmodes/planner.chatmode.md', keeps: before }]);
});

test('a prompt becomes a skill, and keeps what no skill has', async () => {
  const before =
    '---\nmode: agent\ndescription: Adds an endpoint. Use for a new route.\ntools: [edit]\nmodel: x\n---\n\nFill in $' +
    '{input:name}.\n';

  const plan = await migrated({ '.github/prompts/Add Endpoint.prompt.md': before });

  expect(textsOf(plan)).toEqual({
    '.github/skills/add-endpoint/SKILL.md':
      '---\nname: add-endpoint\ndescription: "Adds an endpoint. Use for a new route."\nmetadata:\n  mode: agent\n  tools: edit\n  model: x\n---\n\nFill in ' +
      variable +
      '.\n',
  });
  expect(lost(plan.changes)).toEqual([
    'key `mode`',
    'key `tools`',
    'key `model`',
    `\`${variable}\``,
  ]);
});

test('an agent of Claude gets the current names of its tools, where it stands', async () => {
  const path = '.claude/agents/planner.md';
  const before =
    '---\nname: planner\ndescription: Plans work. Use before a feature.\ntools: Read, Task(tester)\n---\n\nI plan.\n';

  const plan = await migrated({ [path]: before });

  expect(textsOf(plan)).toEqual({ [path]: before.replace('Task(tester)', 'Agent(tester)') });
  expect(plan.removes).toEqual([]);
});

describe('whatever leads to a file that moves leads to its new place', () => {
  const project = {
    '.github/chatmodes/planner.chatmode.md': chatMode(
      '',
      'See [the map](../../docs/map.md) and [me](./planner.chatmode.md).\n',
    ),
    '.github/prompts/go.prompt.md':
      '---\ndescription: Goes. Use to go.\n---\n\nSee [the map](../../docs/map.md#top), [planner](../chatmodes/planner.chatmode.md), [web](https://a.b/c).\n',
    'docs/map.md': 'Ask [the planner](../.github/chatmodes/planner.chatmode.md "who plans").\n',
    'settings.json': '{ "a": ".github/prompts/go.prompt.md" }\n',
    'tool.py': 'PATH = ".github/prompts/go.prompt.md"\n',
    'README.md': 'https://x.y/blob/main/.github/prompts/go.prompt.md\nAll in .github/prompts/.\n',
  };

  test.each([
    ['docs/map.md', 'Ask [the planner](../.github/agents/planner.agent.md "who plans").\n'],
    ['settings.json', '{ "a": ".github/skills/go/SKILL.md" }\n'],
    [
      '.github/agents/planner.agent.md',
      chatMode('', 'See [the map](../../docs/map.md) and [me](./planner.agent.md).\n'),
    ],
    [
      '.github/skills/go/SKILL.md',
      '---\nname: go\ndescription: "Goes. Use to go."\n---\n\nSee [the map](../../../docs/map.md#top), [planner](../../agents/planner.agent.md), [web](https://a.b/c).\n',
    ],
  ])('in %s', async (path, expected) => {
    const plan = await migrated(project);

    expect(textsOf(plan)[path]).toBe(expected);
  });

  test('and where only a person can tell what is meant, it is told', async () => {
    const plan = await migrated(project);

    const told = plan.changes!.filter(({ path }) => ['tool.py', 'README.md'].includes(path));
    expect(told.map(({ path, line, what }) => `${path}:${line} ${what}`)).toEqual([
      'README.md:1 `.github/prompts/go.prompt.md`',
      'README.md:2 `.github/prompts`',
      'tool.py:1 `.github/prompts/go.prompt.md`',
    ]);
    expect(Object.keys(textsOf(plan))).not.toContain('README.md');
  });
});

describe('a file stays where it is, and the report says why', () => {
  test('another text stands in its new place', async () => {
    const plan = await migrated({
      '.github/chatmodes/planner.chatmode.md': chatMode(''),
      '.github/agents/planner.agent.md': 'mine',
    });

    expect(plan).toMatchObject({ files: [], removes: [] });
    expect(plan.changes![0]!.because).toContain('is there already');
  });

  test('but not where the same text stands there already', async () => {
    const plan = await migrated({
      '.github/chatmodes/planner.chatmode.md': chatMode(''),
      '.github/agents/planner.agent.md': chatMode(''),
    });

    expect(plan.removes!.map(({ path }) => path)).toEqual([
      '.github/chatmodes/planner.chatmode.md',
    ]);
  });

  test('two prompts that would become one skill', async () => {
    const prompt = '---\ndescription: Goes. Use to go.\n---\n\nGo.\n';

    const plan = await migrated({
      '.github/prompts/go on.prompt.md': prompt,
      '.github/prompts/go-on.prompt.md': prompt,
    });

    expect(plan.files).toEqual([]);
    expect(plan.removes).toEqual([]);
    expect(lost(plan.changes)).toEqual(['the file', 'the file']);
  });

  test('front matter that cannot be read', async () => {
    const plan = await migrated({ '.github/chatmodes/a.chatmode.md': '---\na: [\n---\n\nText.\n' });

    expect(plan).toMatchObject({ files: [], removes: [], changes: [{ what: 'the file' }] });
  });
});

test('the chat modes of others are left alone, unless they are named', async () => {
  const project = { '.augment/chatmodes/a.chatmode.md': chatMode('') };

  const [all, named] = [await migrated(project), await migrated(project, ['.augment/chatmodes'])];

  expect(all.files).toEqual([]);
  expect(Object.keys(textsOf(named))).toEqual(['.github/agents/a.agent.md']);
});

test('what goes is counted on no longer', async () => {
  const path = '.github/chatmodes/planner.chatmode.md';
  const manifest = {
    version: 1,
    files: {
      [path]: { generator: 'x', answers: {}, hash: 'y' },
      'b.md': { generator: 'x', answers: {}, hash: 'y' },
    },
  };

  const plan = await migrated({
    [path]: chatMode(''),
    '.persona/manifest.json': JSON.stringify(manifest),
  });

  const { files } = JSON.parse(textsOf(plan)['.persona/manifest.json']!);
  expect(Object.keys(files)).toEqual(['b.md']);
});
