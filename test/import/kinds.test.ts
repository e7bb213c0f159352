import { beforeAll, describe, expect, test } from 'vitest';
import { type Head, parseDocument } from '../../src/front-matter.ts';
import { loadTokenizer } from '../../src/cost/tokens.ts';
import { imported, textsOf } from '../support/import.ts';

beforeAll(loadTokenizer);

/** What one file becomes: the front matter of its persona, and what is told. */
async function personaOf(
  path: string,
  text: string,
  beside: Readonly<Record<string, string>> = {},
) {
  const plan = await imported({ [path]: text, ...beside }, [path]);
  const [made] = Object.entries(textsOf(plan)).filter(([each]) =>
    each.startsWith('.persona/personas/'),
  );
  const told = (plan.changes ?? []).map(({ how, line, what }) => `${how} ${line} ${what}`);
  const reasons = (plan.changes ?? []).map(({ because }) => because);
  return { ...parseDocument(made![1]), told, reasons };
}

const file = (head: string, body = '# Baker\n\nBakes bread.\n') => `---\n${head}\n---\n\n${body}`;

describe('a chat mode of each dialect', () => {
  const rows: readonly (readonly [string, string, string, Head, readonly string[]])[] = [
    [
      'A, the one of the seed',
      '.augment/chatmodes/baker.chatmode.md',
      'description: Bakes\ntools: [view, save-file, find_symbol_Serena]\nmodel: m-1\nhypertool_persona: bread\npersona_token_budget: 900\ntools_via_hypertool: true\nsecurity:\n  restricted_paths: ["shop/**"]\n  allowed_mcp_servers: [serena]',
      {
        summary: 'Bakes',
        can: ['read', 'search', 'edit'],
        servers: ['serena'],
        paths: { deny: ['shop/**'] },
        budget: 900,
        hypertool: 'bread',
        model: { augment: 'm-1' },
        tools: { augment: ['view', 'save-file', 'find_symbol_Serena'] },
      },
      [],
    ],
    [
      'B, without description, tools and model',
      '.tta/chatmodes/baker.chatmode.md',
      'hypertool_persona: bread\npersona_token_budget: 900',
      { summary: 'Bakes bread.', hypertool: 'bread', budget: 900 },
      ['assumed 1 summary'],
    ],
    [
      'C, with what is allowed and denied',
      '.github/chatmodes/baker.chatmode.md',
      'mode: baker\nmodel: m-1\ndescription: Bakes\ntools:\n  allowed: [fetch, search]\n  denied: [editFiles, bakeAll]',
      { can: ['search', 'web'], tools: { copilot: ['web/fetch', 'search'] } },
      ['renamed 6 tool `fetch`', 'lost 7 denied tool `bakeAll`'],
    ],
    [
      'D, with a focus and a level of security',
      'x/baker.chatmode.md',
      'mode: baker\ndescription: Bakes\ncognitive_focus: "dough, heat"\nsecurity_level: HIGH',
      { focus: ['dough', 'heat'] },
      ['lost 5 key `security_level`'],
    ],
    [
      'E, with a display name and tags',
      'x/baker.chatmode.md',
      'persona: bread\ndisplayName: The Baker\ncontext: kitchen\ntools: [view]\ntoken_budget: 700\nfocus: Bread\ntags: [dough, ovens]',
      {
        title: 'The Baker',
        budget: 700,
        focus: ['Bread'],
        expertise: ['dough', 'ovens'],
        hypertool: 'bread',
      },
      ['lost 4 key `context`'],
    ],
    [
      'F, with a role and restrictions',
      'x/baker.chatmode.md',
      'role: Baker\ndescription: Bakes\ntools: [view]\nrestrictions: ["shop/**", "../x"]\npriority: high',
      { title: 'Baker', paths: { deny: ['shop/**'] } },
      ['lost 5 path `../x`', 'lost 6 key `priority`'],
    ],
  ];

  test.each(rows)('%s', async (_, path, head, expected, told) => {
    const persona = await personaOf(path, file(head));

    expect(persona.head).toMatchObject({ id: 'baker', voice: 'whole', ...expected });
    expect(persona.body).toBe('\n# Baker\n\nBakes bread.\n');
    expect(persona.told).toEqual(expect.arrayContaining([...told]));
    expect(persona.told.filter((each) => each.startsWith('lost'))).toEqual(
      told.filter((each) => each.startsWith('lost')),
    );
  });

  test('is known by its front matter where its name says nothing', async () => {
    const { head } = await personaOf(
      'old/000.txt',
      file(
        'description: Bakes\npersona_token_budget: 9',
        'Text.\n\n**Logseq:** [[A/B/Night-baker.chatmode]]\n',
      ),
    );

    expect(head['id']).toBe('night-baker');
  });

  test('can do what its text allows in names that no tool of its folder knows', async () => {
    const { head } = await personaOf(
      '.github/chatmodes/baker.chatmode.md',
      file('description: Bakes', '## Allowed tools\n\n- `str-replace-editor`\n- `save-file`\n'),
    );

    expect(head['can']).toEqual(['edit']);
    expect(head['tools']).toBeUndefined();
  });
});

describe('a path that a sentence forbids', () => {
  test.each<readonly [string, readonly string[]]>([
    ['Never touch `shop/`.', ['shop/**']],
    ['Do not edit files in `shop/` or `till/`.', ['shop/**', 'till/**']],
    ['- **Stay out of `shop/window/`**', ['shop/window/**']],
    ["I bake. Don't modify the `shop/` folder!", ['shop/**']],
    ['1. Never change anything under `shop/`\n2. Bake.', ['shop/**']],
    ['You must not write to `*.lock`.', ['*.lock']],
  ])('%j is denied', async (text, deny) => {
    const { head, body } = await personaOf(
      'baker.chatmode.md',
      file('description: Bakes\ntools: [view]', `${text}\n`),
    );

    expect(head['paths']).toEqual({ deny });
    expect(body).toContain(text);
  });

  test.each([
    'Never touch `shop/` without asking.',
    'Never edit `shop/`\nunless the baker asks.',
    'Never edit `shop/` by hand.',
    'Others never touch `shop/`.',
    'Never touch `the shop`.',
    'Never touch `../shop/`.',
    '> Never touch `shop/`.',
    'Never say `shop/`.',
    '```\nNever touch `shop/`.\n```',
  ])('%j is not certain, and stays text', async (text) => {
    const { head, body } = await personaOf(
      'baker.chatmode.md',
      file('description: Bakes\ntools: [view]', `${text}\n`),
    );

    expect(head['paths']).toBeUndefined();
    expect(body).toContain(text);
  });
});

describe('what a persona is said to do', () => {
  test('is no sentence that only leads to a list', async () => {
    const { head } = await personaOf(
      'baker.chatmode.md',
      file(
        'tools: [view]',
        '# Baker\n\nAs a baker I focus on:\n\n- bread\n\nI bake for all of you.\n',
      ),
    );

    expect(head['summary']).toBe('I bake for all of you.');
  });

  test('for a colleague is what it leaves alone itself, without the "no"', async () => {
    const { head } = await personaOf(
      'baker.chatmode.md',
      file(
        'description: Bakes\ntools: [view]',
        "## What I don't do\n\n- ❌ No deployment (delegate to devops)\n",
      ),
    );

    expect(head['handoffs']).toMatchObject([
      { to: 'devops', for: 'deployment', leaves: ['No deployment'] },
    ]);
  });
});

describe('somebody called by a plain word', () => {
  const handoffs = async (text: string) =>
    (await personaOf('baker.chatmode.md', file('description: Bakes\ntools: [view]', text))).head[
      'handoffs'
    ];

  test.each([
    ['For pipelines, delegate to devops.\n', [{ to: 'devops', how: 'delegate' }]],
    ['- Consult architect on new layers\n', [{ to: 'architect', how: 'consult' }]],
    ['- Consult with QA when a test fails\n', [{ to: 'qa-engineer', how: 'consult' }]],
  ])('is a hand-off: %s', async (text, expected) => {
    expect(await handoffs(text)).toMatchObject(expected);
  });

  test.each(['Consult lawyers first.\n', 'Delegate to somebody else.\n', 'Consult the team.\n'])(
    'is none where nobody is called so: %s',
    async (text) => {
      expect(await handoffs(text)).toBeUndefined();
    },
  );
});

describe('an agent', () => {
  test('of VS Code is told whose memory it had, which is not that of the team', async () => {
    const { head, reasons } = await personaOf(
      '.github/agents/baker.agent.md',
      file('description: Bakes\ntools: [vscode/memory, search]'),
    );

    expect(head['can']).toEqual(['search']);
    expect(reasons).toContain(
      'it is the memory of GitHub Copilot itself; `remember` is for the files of the team',
    );
  });

  test('of VS Code is told once of a tool that it had under another name, and loses', async () => {
    const { told } = await personaOf(
      '.github/agents/baker.agent.md',
      file('description: Bakes\ntools: [extensions, todos]'),
    );

    expect(told.filter((each) => each.includes('tool'))).toEqual([
      'lost 3 tool `extensions`',
      'renamed 3 tool `todos`',
    ]);
  });

  test('of VS Code keeps its servers and hand-offs, and is told of what only VS Code reads', async () => {
    const persona = await personaOf(
      '.github/agents/baker.agent.md',
      file(
        'name: The Baker\ndescription: Bakes\ntools: [codebase, context7/*, vscode/extensions]\nargument-hint: what\nmcp-servers:\n  ovens:\n    type: local\nhandoffs:\n  - label: Ship\n    agent: devops\n    prompt: Ship the bread\n  - label: Eat\n    agent: nobody-here\n    prompt: Eat',
      ),
    );

    expect(persona.head).toMatchObject({
      title: 'The Baker',
      can: ['search'],
      servers: ['ovens', 'context7'],
      tools: { copilot: ['search/codebase', 'context7/*'] },
      handoffs: [{ to: 'devops', how: 'delegate', for: 'ship the bread' }],
    });
    expect(persona.told).toEqual(
      expect.arrayContaining([
        'lost 4 tool `vscode/extensions`',
        'lost 5 key `argument-hint`',
        'lost 14 hand-off to nobody-here',
      ]),
    );
  });

  test.each([
    [
      'no list is everything',
      'name: baker\ndescription: Bakes',
      { can: expect.arrayContaining(['execute', 'edit']) },
    ],
    [
      'and what is denied is not',
      'name: baker\ndescription: Bakes\ndisallowedTools: Bash, Edit, Write',
      { can: expect.not.arrayContaining(['execute']) },
    ],
    [
      'a list is that list',
      'name: baker\ndescription: Bakes\ntools: Read, Grep, mcp__context7__find',
      {
        can: ['read', 'search'],
        servers: ['context7'],
        tools: { claude: ['Read', 'Grep', 'mcp__context7__find'] },
      },
    ],
    [
      'an old name is the new one',
      'name: baker\ndescription: Bakes\ntools: [Read, Task]',
      { tools: { claude: ['Read', 'Agent'] } },
    ],
  ])('of Claude Code: %s', async (_, head, expected) => {
    const persona = await personaOf('.claude/agents/baker.md', file(head));

    expect(persona.head).toMatchObject(expected);
  });
});

describe('a rule', () => {
  const rows: readonly (readonly [string, string, string, Head, readonly string[]])[] = [
    [
      'of Cursor, for some files',
      '.cursor/rules/ts.mdc',
      'description: How we write\nglobs: src/**/*.{ts,tsx},lib/**\nalwaysApply: false',
      { id: 'ts', summary: 'How we write', applies: ['src/**/*.{ts,tsx}', 'lib/**'] },
      [],
    ],
    ['of Cursor, always', '.cursor/rules/ts.mdc', 'alwaysApply: true', { applies: ['**'] }, []],
    [
      'of Cursor, when asked for',
      '.cursor/rules/ts.mdc',
      'description: How we write',
      { applies: ['**'] },
      ['assumed 1 applies: **'],
    ],
    [
      'of Copilot',
      '.github/instructions/ts.instructions.md',
      'applyTo: "**/*.ts"\ndescription: How we write\nexcludeAgent: code-review',
      { applies: ['**/*.ts'] },
      ['lost 4 key `excludeAgent`'],
    ],
    [
      'with a list of patterns',
      'ts.instructions.md',
      'applyTo:\n  - pattern: "a/**"\n  - pattern: "/b"',
      { applies: ['a/**'] },
      ['lost 2 glob `/b`'],
    ],
    ['of Claude Code', '.claude/rules/ts.md', 'paths:\n  - "src/**"', { applies: ['src/**'] }, []],
    ['of Augment', '.augment/rules/ts.md', 'type: always_apply', { applies: ['**'] }, []],
    [
      'of rulesync',
      '.rulesync/rules/ts.md',
      'root: false\ntargets: ["*"]\ndescription: How we write\nglobs: ["**/*.ts"]',
      { applies: ['**/*.ts'] },
      [],
    ],
  ];

  test.each(rows)('%s', async (_, path, head, expected, told) => {
    const text = file(head, '# TypeScript\n\nWe write types.\n');

    const plan = await imported({ [path]: text });

    const { head: found, body } = parseDocument(textsOf(plan)['.persona/instructions/ts.md']!);
    expect(found).toMatchObject({ title: 'TypeScript', ...expected });
    expect(body).toBe('\n# TypeScript\n\nWe write types.\n');
    expect(plan.changes!.map(({ how, line, what }) => `${how} ${line} ${what}`)).toEqual(told);
  });

  test.each([
    ['AGENTS.md', 'agents-md', '**'],
    ['packages/shop/AGENTS.md', 'agents-md-packages-shop', 'packages/shop/**'],
    ['.github/copilot-instructions.md', 'copilot-instructions-md', '**'],
    ['.claude/CLAUDE.md', 'claude-md', '**'],
    ['.ruler/house.md', 'house', '**'],
  ])('%s is for all below it', async (path, id, glob) => {
    const plan = await imported({ [path]: '# House\n\nBe kind.\n' });

    const { head, body } = parseDocument(textsOf(plan)[`.persona/instructions/${id}.md`]!);
    expect(head).toMatchObject({ applies: [glob], title: 'House', summary: 'Be kind.' });
    expect(body).toBe('\n# House\n\nBe kind.\n');
  });
});

describe('a pack', () => {
  test('of Hypertool is a persona that uses its servers', async () => {
    const pack =
      'name: bread\ndescription: Bakes bread for all\ntoolsets:\n  - name: oven\n    toolIds: [ovens.heat, git.log]\ndefaultToolset: oven\nmetadata:\n  author: me\n  tags: [dough]\n';

    const persona = await personaOf('packs/bread/persona.yaml', pack, {
      'packs/bread/mcp.json': '{ "mcpServers": { "timer": {} } }',
    });

    expect(persona.head).toMatchObject({
      id: 'bread',
      servers: ['ovens', 'git', 'timer'],
      focus: ['oven'],
      expertise: ['dough'],
      hypertool: 'bread',
    });
    expect(persona.told).toEqual(
      expect.arrayContaining([
        'lost 6 key `defaultToolset`',
        'lost 3 tool `ovens.heat` of the toolset `oven`',
      ]),
    );
  });

  test('in JSON is a persona with its paths, its budget and its key files', async () => {
    const json = {
      name: 'bread',
      displayName: 'Baker',
      description: 'Bakes',
      icon: '🍞',
      tokenBudget: 800,
      allowedServers: ['ovens'],
      restrictedPaths: ['shop/**'],
      context: {
        primaryLanguage: 'Python',
        frameworks: ['FastAPI'],
        focusAreas: ['dough'],
        keyFiles: ['src/bread.py'],
      },
      security: { requireApprovalFor: ['burn'] },
    };

    const persona = await personaOf(
      '.hypertool/personas/bread.json',
      JSON.stringify(json, undefined, 2),
    );

    expect(persona.head).toMatchObject({
      id: 'bread',
      title: 'Baker',
      icon: '🍞',
      budget: 800,
      servers: ['ovens'],
      paths: { deny: ['shop/**'] },
      expertise: ['Python', 'FastAPI'],
      focus: ['dough'],
    });
    expect(persona.body).toContain('- `src/bread.py`');
    expect(persona.told.filter((each) => each.startsWith('lost'))).toEqual([
      expect.stringMatching(/^lost \d+ `security.requireApprovalFor`: burn$/),
    ]);
  });
});

describe('a folder of another tool', () => {
  test('of rulesync: rules, subagents, and a row for each file that is neither', async () => {
    const plan = await imported(
      {
        '.rulesync/rules/overview.md': file(
          'root: true\ntargets: ["*"]\ndescription: All',
          'Be kind.\n',
        ),
        '.rulesync/subagents/baker.md': file(
          'name: baker\ntargets: ["*"]\ndescription: Bakes\nclaudecode:\n  tools: [Read]\n  model: sonnet\n  color: red',
        ),
        '.rulesync/commands/go.md': file('description: Go', 'Go.\n'),
        '.rulesync/mcp.json': '{}\n',
      },
      ['.rulesync'],
    );

    expect(Object.keys(textsOf(plan)).slice(0, 2)).toEqual([
      '.persona/personas/baker.md',
      '.persona/instructions/overview.md',
    ]);
    expect(parseDocument(textsOf(plan)['.persona/personas/baker.md']!).head).toMatchObject({
      can: ['read'],
      model: { claude: 'sonnet' },
    });
    expect(
      plan
        .changes!.filter(({ how }) => how === 'lost')
        .map(({ path, what }) => `${path} ${what.replace(/,.*/, '')}`),
    ).toEqual([
      '.rulesync/commands/go.md the whole file',
      '.rulesync/mcp.json the whole file',
      '.rulesync/subagents/baker.md key `color`',
    ]);
  });

  test('of ruler: its rules and its agents', async () => {
    const plan = await imported(
      {
        '.ruler/house.md': 'Be kind.\n',
        '.ruler/agents/baker.md': file('name: baker\ndescription: Bakes'),
        '.ruler/ruler.toml': 'x = 1\n',
      },
      ['.ruler'],
    );

    expect(Object.keys(textsOf(plan)).slice(0, 2)).toEqual([
      '.persona/personas/baker.md',
      '.persona/instructions/house.md',
    ]);
    expect(
      plan.changes!.some(({ path, how }) => path === '.ruler/ruler.toml' && how === 'lost'),
    ).toBe(true);
  });
});

test('a value that lacks its quotes is read as it was meant, and told', async () => {
  const { head, told } = await personaOf(
    '.claude/agents/baker.md',
    file(
      'name: baker\ndescription: Bakes. Use when hungry. Example: user: "Bread, please"\ntools: Read',
    ),
  );

  expect(head).toMatchObject({
    summary: 'Bakes. Use when hungry. Example: user: "Bread, please"',
    can: ['read'],
  });
  expect(told).toContain('mended 3 `description`');
});
