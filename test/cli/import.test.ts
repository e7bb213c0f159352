import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { persona } from '../support/built.ts';
import { filesIn, folder, outside, write } from '../support/disk.ts';

const agent =
  '---\nname: baker\ndescription: Bakes bread. Use when it is eaten up.\ntools: Read, Grep\ncolor: red\n---\n\n# Baker\n\nI bake.\n';
const at = '.claude/agents/baker.md';

describe('import', () => {
  test('writes a persona, tells what it could not take, and says what is next', async () => {
    const root = folder({ [at]: agent });

    const { code, stdout, stderr } = await persona(root, ['import', at]);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(Object.keys(filesIn(root))).toEqual([
      at,
      '.persona/manifest.json',
      '.persona/personas/baker.md',
    ]);
    expect(stdout).toContain(
      `Not taken over:\n  ${at}:5  key \`color\`\n    how Claude Code shows it`,
    );
    expect(stdout).toContain('Write it for your tools: `create-persona baker`.');
  });

  test('and what it wrote becomes files for every tool', async () => {
    const root = folder({ [at]: agent });
    await persona(root, ['import', at]);

    const { code } = await persona(root, ['baker', '--targets', 'copilot,augment']);

    expect(code).toBe(0);
    for (const path of ['.github/agents/baker.agent.md', '.augment/chatmodes/baker.chatmode.md'])
      expect(filesIn(root)[path]).toMatch(/---\n\n# Baker\n\nI bake\.\n$/);
  });

  test('is one JSON document with --json, with every row of the report', async () => {
    const { code, stdout } = await persona(folder({ [at]: agent }), ['import', at, '--json']);

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      wrote: true,
      changes: expect.arrayContaining([
        expect.objectContaining({ how: 'lost', path: at, line: 5 }),
      ]),
    });
  });

  test.each(['--dry-run', '--diff'])('writes nothing with %s', async (flag) => {
    const root = folder({ [at]: agent });

    const { code, stdout } = await persona(root, ['import', at, flag]);

    expect(code).toBe(0);
    expect(stdout).toContain('.persona/');
    expect(Object.keys(filesIn(root))).toEqual([at]);
  });

  test('twice writes nothing the second time, and a persona that somebody changed is not replaced', async () => {
    const root = folder({ [at]: agent });
    await persona(root, ['import', at]);
    const again = await persona(root, ['import', at]);
    fs.appendFileSync(join(root, '.persona/personas/baker.md'), 'Mine.\n');

    const { code, stderr } = await persona(root, ['import', at]);

    expect(again.stdout).toContain('Nothing was written');
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/Keep both with `--id <another name>`[\s\S]*FileInTheWay/),
    });
  });

  test('keeps both where the one that is taken in gets another name', async () => {
    const root = folder({ [at]: agent });
    await persona(root, ['import', at]);
    fs.appendFileSync(join(root, '.persona/personas/baker.md'), 'Mine.\n');

    const { code } = await persona(root, ['import', at, '--id', 'second-baker']);

    expect(code).toBe(0);
    expect(filesIn(root)['.persona/personas/baker.md']).toContain('Mine.');
    expect(filesIn(root)['.persona/personas/second-baker.md']).toContain('I bake.');
  });

  test.each(['.claude/agents', '.github/agents', '.github/prompts'])(
    'takes no prompt in %s for an agent',
    async (place) => {
      const path = `${place}/bake.prompt.md`;
      const root = folder({ [path]: agent });

      const { code, stderr } = await persona(root, ['import', path]);

      expect({ code, stderr }).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/is a prompt[\s\S]*migrate --dry-run[\s\S]*ImportPrompt/),
      });
      expect(filesIn(root)).toEqual({ [path]: agent });
    },
  );

  test('does not give up a persona that we wrote for one that it takes in, unless forced', async () => {
    const root = folder({ 'x/backend-dev.chatmode.md': agent });
    await persona(root, ['backend-dev']);
    const before = filesIn(root);

    const { code, stderr } = await persona(root, ['import', 'x/backend-dev.chatmode.md']);
    const after = filesIn(root);
    const forced = await persona(root, ['import', 'x/backend-dev.chatmode.md', '--force']);

    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/backend-dev\.md\n.*already there[\s\S]*FileInTheWay/),
    });
    expect(after).toEqual(before);
    expect(forced.code).toBe(0);
    expect(filesIn(root)['.persona/personas/backend-dev.md']).toContain('I bake.');
  });

  test('passes by a prompt in a folder, and says what makes a skill of it', async () => {
    const root = folder({ [at]: agent, '.github/prompts/bake.prompt.md': 'Bake.\n' });

    const { code, stdout } = await persona(root, ['import', '.claude', '.github']);

    expect(code).toBe(0);
    expect(stdout).toContain('it is a prompt: `create-persona migrate` makes a skill of it');
  });

  test('takes files from elsewhere, and the manifest does not say from where', async () => {
    const [root, other] = [folder(), outside()];
    write(other, { 'baker.chatmode.md': agent });

    const { code } = await persona(root, ['import', join(other, 'baker.chatmode.md')]);

    expect(code).toBe(0);
    expect(filesIn(root)['.persona/manifest.json']).not.toContain(other);
  });

  test('takes several files and whole folders', async () => {
    const root = folder({
      [at]: agent,
      'AGENTS.md': '# House\n\nBe kind.\n',
      '.claude/agents/logo.png': Uint8Array.of(0, 1),
    });

    const { code, stdout } = await persona(root, ['import', '.claude/agents', 'AGENTS.md']);

    expect(code).toBe(0);
    expect(Object.keys(filesIn(root))).toEqual(
      expect.arrayContaining(['.persona/personas/baker.md', '.persona/instructions/agents-md.md']),
    );
    expect(stdout).toContain('.claude/agents/logo.png:1  the whole file');
  });

  test('takes the files of a glob that the shell left as it is', async () => {
    const root = folder({ [at]: agent, '.claude/agents/logo.png': Uint8Array.of(0, 1) });

    const { code } = await persona(root, ['import', '.claude/*/*.md']);

    expect(code).toBe(0);
    expect(Object.keys(filesIn(root))).toContain('.persona/personas/baker.md');
  });

  test('takes personas that hand off to one another, and to nobody else', async () => {
    const text = (name: string, other: string) =>
      `---\nname: ${name}\ndescription: Bakes\ntools: Read\n---\nI bake. Delegate to \`${other}\` what is sweet.\n`;
    const root = folder({
      '.claude/agents/bread-baker.md': text('bread-baker', 'cake-baker'),
      '.claude/agents/cake-baker.md': text('cake-baker', 'bread-baker'),
    });

    const { code } = await persona(root, ['import', '.claude/agents']);

    expect(code).toBe(0);
    expect(filesIn(root)['.persona/personas/bread-baker.md']).toContain('to: cake-baker');
    expect(filesIn(root)['.persona/personas/cake-baker.md']).toContain('to: bread-baker');
  });

  test('of an instruction is written for every tool by its id', async () => {
    const root = folder({ 'AGENTS.md': '# House\n\nBe kind.\n' });
    await persona(root, ['import', 'AGENTS.md']);

    const { code } = await persona(root, ['instruction', 'agents-md', '--targets', 'claude']);

    expect(code).toBe(0);
    expect(filesIn(root)['.claude/rules/agents-md.md']).toMatch(/# House\n\nBe kind\.\n$/);
  });

  test('says of what lies beside a pack that its servers are taken', async () => {
    const root = folder({
      'pack/persona.yaml': 'name: bread\ndescription: Bakes\ntoolsets: []\n',
      'pack/mcp.json': '{ "mcpServers": { "ovens": { "command": "x" } } }',
      'pack/notes.json': '{}',
    });

    const { stdout } = await persona(root, ['import', 'pack']);

    expect(filesIn(root)['.persona/personas/bread.md']).toContain('servers:\n  - ovens');
    expect(stdout).toMatch(/pack\/mcp\.json:1 {2}the whole file\n\s+the servers in it are those/);
    expect(stdout).toMatch(/pack\/notes\.json:1 {2}the whole file\n\s+it is in no form/);
  });

  test('gives a persona the name that one asks for', async () => {
    const root = folder({ [at]: agent });

    await persona(root, ['import', at, '--id', 'night-baker']);

    expect(filesIn(root)['.persona/personas/night-baker.md']).toContain('id: night-baker');
  });

  test('tells of a character in the wrong encoding once, with every line', async () => {
    const root = folder({ [at]: `${agent}\nâœ… One\n\nâœ… Two ðŸ\n` });

    const { stdout } = await persona(root, ['import', at]);
    const { code } = await persona(root, ['baker', '--targets', 'copilot']);

    expect(stdout).toContain(`Given back as it was meant:\n  ${at}:12, 14  \`âœ…\` is \`✅\``);
    expect(filesIn(root)['.github/agents/baker.agent.md']).toContain('✅ Two ðŸ');
    expect(code).toBe(0);
  });

  test('does not copy a secret', async () => {
    const token = `ghp_${'16C7e42F292c6912E7710c838347Ae178B4a'}`;
    const root = folder({ [at]: `${agent}\nUse ${token}.\n` });

    const { code, stdout } = await persona(root, ['import', at]);

    expect({ code, stdout }).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('no-secret-inside'),
    });
    expect(Object.keys(filesIn(root))).toEqual([at]);
  });
});

describe('a file that cannot be taken in is a problem, and nothing is written', () => {
  const rows: readonly (readonly [string, string, string | Uint8Array, string])[] = [
    ['one that is empty', at, '', 'it is empty'],
    ['one of blanks', at, ' \n\n', 'it is empty'],
    ['a picture', at, Uint8Array.of(0x89, 0x50, 0, 0xff), 'it is no text'],
    ['UTF-16', at, Uint8Array.of(0xff, 0xfe, 0x23, 0), 'it is UTF-16'],
    ['Latin-1', at, Uint8Array.of(0x23, 0x20, 0xe9, 0x0a), 'it is not UTF-8'],
    ['one of five megabytes', at, 'x'.repeat(5_000_000), 'larger than 4 MiB'],
    ['front matter that is no YAML', at, '---\nname: [\n---\n\nText.\n', `${at}:3`],
    ['front matter that does not end', at, '---\nname: x\n\nText.\n', 'closing `---` is missing'],
    [
      'front matter that is a program',
      at,
      '---js\nrequire("fs").writeFileSync("pwned", "")\n---\n\nText.\n',
      'written in "js"',
    ],
    ['a prompt', '.github/prompts/bake.prompt.md', 'Bake.\n', 'create-persona migrate'],
    ['a file of no known kind', 'notes.md', 'Text.\n', '--as'],
    ['JSON that is none', '.hypertool/personas/x.json', '{', 'it is no JSON'],
    ['a pack that is no YAML', 'persona.yaml', 'name: [\n', 'persona.yaml:'],
  ];

  test.each(rows)('%s', async (_, path, text, says) => {
    const root = folder({ [path]: text });

    const { code, stdout, stderr } = await persona(root, ['import', path]);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(Object.keys(filesIn(root))).toEqual([path]);
  });

  test.each([
    [['import', 'nowhere.md'], 'There is no file to take in at nowhere.md'],
    [['import', '../nowhere.md'], 'There is no file to take in at ../nowhere.md'],
    [['import'], 'needs an answer'],
    [['import', at, '--as', 'chatmode'], 'Did you mean `chat-mode`?'],
    [['import', at, '--id', '../x'], 'An id is lower-case words'],
    [['import', at, '--id', 'check'], 'An id is lower-case words'],
  ])('%j', async (words, says) => {
    const root = folder({ [at]: agent });

    const { code, stderr } = await persona(root, words);

    expect(code).toBe(2);
    expect(stderr).toContain(says);
    expect(Object.keys(filesIn(root))).toEqual([at]);
  });

  test('two files that would become one persona', async () => {
    const root = folder({ [at]: agent, '.github/agents/baker.agent.md': agent });

    const { code, stderr } = await persona(root, ['import', '.claude', '.github']);

    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('would both become `baker`'),
    });
    expect(filesIn(root)['.persona/personas/baker.md']).toBeUndefined();
  });

  test.each(['../../evil', '/etc/evil', 'C:\\evil', 'con/../evil'])(
    'a name such as %s stays a name',
    async (name) => {
      const root = folder({
        '.claude/agents/evil.md': agent.replace('baker', JSON.stringify(name)),
      });

      const { code } = await persona(root, ['import', '.claude/agents/evil.md']);

      expect(code).toBe(0);
      expect(
        Object.keys(filesIn(root)).filter((path) => path.startsWith('.persona/personas/')),
      ).toEqual(['.persona/personas/evil.md']);
    },
  );
});
