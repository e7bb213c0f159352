import type { Loss } from '../../src/stages.ts';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Attempt,
  commands,
  edits,
  files,
  links,
  paths,
  personaText,
  rights,
  work,
} from '../guard/attempts.ts';
import { ask, asked } from '../support/ask.ts';
import { persona, program } from '../support/built.ts';
import { copyOf, folder } from '../support/disk.ts';

const root = folder(files);
for (const [path, to] of Object.entries(links)) symlinkSync(to, join(root, path));

const claude = (tool: string, input: object, more: object = {}) =>
  JSON.stringify({
    session_id: 's',
    hook_event_name: 'PreToolUse',
    tool_name: tool,
    tool_input: input,
    cwd: root,
    ...more,
  }).replaceAll('{root}', root);

const reason = (stdout: string) =>
  stdout === ''
    ? ''
    : (JSON.parse(stdout) as { hookSpecificOutput: { permissionDecisionReason: string } })
        .hookSpecificOutput.permissionDecisionReason;

const held = ['guard', '--persona', 'keeper'];

describe('the built program answers as the function does', () => {
  const every = (step: number) => (_: Attempt, nth: number) => nth % step === 0;
  const some = [
    ...paths,
    ...rights,
    ...edits.filter(every(2)),
    ...work.filter(every(2)),
    ...commands.filter(every(3)),
  ];

  test('for a good part of the table', () => expect(some.length).toBeGreaterThan(100));

  test.concurrent.each(some)('%s', async (_, tool, input, denied) => {
    const { code, stdout, stderr } = await ask(root, held, claude(tool, input));

    expect([code, stderr]).toEqual([0, '']);
    expect(reason(stdout)).toEqual(
      denied === '' ? '' : (expect.stringContaining(denied) as string),
    );
  });
});

describe('each tool is answered in its own way', () => {
  const rule = '`frontend/app.ts`';
  const says = expect.stringContaining('denies `**/frontend/**`') as string;
  const file = { file_path: 'frontend/app.ts' };
  const decision = {
    hookEventName: 'PreToolUse',
    permissionDecision: 'deny',
    permissionDecisionReason: says,
  };
  const flat = { permissionDecision: 'deny', permissionDecisionReason: says };
  const cursorDeny = { permission: 'deny', user_message: says, agent_message: says };

  test.each([
    [
      'Claude Code',
      { hook_event_name: 'PreToolUse', tool_name: 'Edit', tool_input: file },
      { hookSpecificOutput: decision },
    ],
    [
      'Copilot',
      { timestamp: 1, cwd: '.', toolName: 'edit', toolArgs: '{"path":"frontend/app.ts"}' },
      { ...flat, hookSpecificOutput: decision },
    ],
    [
      'Copilot, with its arguments as an object',
      { timestamp: 1, toolName: 'create', toolArgs: { path: 'frontend/app.ts' } },
      { ...flat, hookSpecificOutput: decision },
    ],
    [
      'Copilot, with a bare patch',
      {
        timestamp: 1,
        toolName: 'apply_patch',
        toolArgs: '*** Begin Patch\n*** Delete File: frontend/app.ts\n*** End Patch',
      },
      { ...flat, hookSpecificOutput: decision },
    ],
    [
      'VS Code',
      {
        timestamp: '2026-11-23T00:00:00Z',
        hook_event_name: 'PreToolUse',
        tool_name: 'create_file',
        tool_input: { filePath: 'frontend/app.ts' },
      },
      { ...flat, hookSpecificOutput: decision },
    ],
    [
      'Cursor',
      {
        hook_event_name: 'preToolUse',
        cursor_version: '2.4',
        workspace_roots: [root],
        tool_name: 'Write',
        tool_input: file,
      },
      cursorDeny,
    ],
    [
      "Cursor's shell",
      { hook_event_name: 'beforeShellExecution', command: 'rm frontend/app.ts', cwd: root },
      cursorDeny,
    ],
    [
      'Augment',
      {
        hook_event_name: 'PreToolUse',
        workspace_roots: [root],
        tool_name: 'save-file',
        tool_input: { path: 'frontend/app.ts' },
      },
      { hookSpecificOutput: decision },
    ],
  ])('%s: a denial', async (_, call, expected) => {
    const { code, stdout } = await ask(root, held, JSON.stringify(call));

    expect([code, JSON.parse(stdout)]).toEqual([0, expected]);
  });

  test.each([
    ['Claude Code', { hook_event_name: 'PreToolUse', tool_name: 'Read', tool_input: file }, ''],
    ['Copilot', { timestamp: 1, toolName: 'view', toolArgs: '{"path":"frontend/app.ts"}' }, ''],
    [
      'Cursor, which must hear something',
      { hook_event_name: 'beforeReadFile', file_path: 'frontend/app.ts' },
      '{"permission":"allow"}\n',
    ],
  ])('%s: who may go on is not spared the questions of the tool', async (_, call, expected) => {
    const { code, stdout, stderr } = await ask(root, held, JSON.stringify(call));

    expect([code, stdout, stderr]).toEqual([0, expected, '']);
    expect(stdout).not.toContain(rule);
  });
});

describe('what it cannot read it does not allow', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const call = claude('Read', { file_path: 'src/api.py' });

  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'not JSON'],
    ['half a document', call.slice(0, 40), 'not JSON'],
    ['two documents', `${call}\n${call}`, 'not JSON'],
    ['a text', '"Read"', 'no JSON object'],
    ['a list', '[]', 'no JSON object'],
    ['an object of another shape', '{"name":"Read"}', 'a shape that the guard does not know'],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00, 0x7b]), 'not UTF-8'],
    ['a document that is too deep', `{"a":${deep}}`, ''],
    [
      'a document that is too large',
      `{"a":"${'x'.repeat(17 * 1024 * 1024)}"}`,
      'larger than 16 MiB',
    ],
  ])('%s', async (_, input, says) => {
    const { code, stdout, stderr } = await ask(root, held, input);

    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
  });

  test.each([
    ['a call without an input', '{"hook_event_name":"PreToolUse","tool_name":"Read"}'],
    ['an input that is no object', claude('Read', 'x' as unknown as object)],
    ['a tool without a name', claude('', {})],
  ])('%s', async (_, input) => {
    const { stdout } = await ask(root, held, input);

    expect(reason(stdout)).toContain('a shape that the guard does not know');
  });

  test('and says so in the format that it was told', async () => {
    const { code, stdout } = await ask(root, [...held, '--format', 'cursor'], 'x');

    expect([code, JSON.parse(stdout)]).toMatchObject([0, { permission: 'deny' }]);
  });

  test.each([
    [
      'a persona that is not here',
      ['guard', '--persona', 'nobody'],
      'no .persona/personas/nobody.md',
    ],
    ['a name that is a path', ['guard', '--persona', '../keeper'], 'nobody can say'],
    ['a project without it', [...held, '--dir', 'src'], 'nobody can say'],
    ['a format that there is not', [...held, '--format', 'morse'], 'no format `morse`'],
    ['a flag that there is not', [...held, '--loose'], "Unknown option '--loose'"],
  ])('%s', async (_, words, says) => {
    const { code, stdout, stderr } = await ask(root, words, claude('Read', { file_path: 'a' }));

    expect(code === 2 ? stderr : reason(stdout)).toContain(says);
  });

  test.each([
    ['a persona that cannot be read', personaText.replace('can: [', 'can: ['.repeat(2))],
    ['a persona with a key too many', personaText.replace('budget:', 'allow: all\nbudget:')],
    ['an empty persona', ''],
  ])('%s', async (_, text) => {
    const copy = folder({ '.persona/personas/keeper.md': text });

    const { stdout } = await ask(copy, held, claude('Read', { file_path: 'a' }));

    expect(reason(stdout)).toContain('could not judge this call');
  });
});

describe('without a persona the agent that asks is held', () => {
  const call = (more: object) => claude('Write', { file_path: 'frontend/a.ts' }, more);

  test.each([
    ['a persona of the project', { agent_type: 'keeper', agent_id: '1' }, true],
    ['another agent', { agent_type: 'Explore' }, false],
    ['an agent whose name is a path', { agent_type: '../personas/keeper' }, false],
    ['no agent', {}, false],
  ])('%s', async (_, more, isHeld) => {
    const { stdout } = await ask(root, ['guard', '--format', 'claude'], call(more));

    expect(reason(stdout) !== '').toBe(isHeld);
  });
});

/** A project with the hooks in it, and our package where npm would put it. */
async function guarded(isInstalled: boolean): Promise<string> {
  const place = folder({
    '.persona/personas/keeper.md': personaText.replace(/handoffs:\n.*\n/, ''),
  });
  const { code, stderr } = await persona(place, [
    'keeper',
    '--targets',
    'claude,copilot',
    '--guard-all',
    '--yes',
  ]);
  expect([code, stderr]).toEqual([0, '']);
  if (isInstalled) {
    const home = join(place, 'node_modules/create-persona');
    mkdirSync(home, { recursive: true });
    cpSync(dirname(program), join(home, 'dist'), { recursive: true });
  }
  return place;
}

describe.skipIf(process.platform === 'win32')('the hooks that we write', () => {
  const inClaude = async (place: string, call: string) => {
    const settings = JSON.parse(await readText(place, '.claude/settings.json')) as {
      hooks: { PreToolUse: { hooks: { command: string }[] }[] };
    };
    const { command } = settings.hooks.PreToolUse[0]!.hooks[0]!;
    return asked('sh', ['-c', command], join(place), call, { CLAUDE_PROJECT_DIR: place });
  };
  const denied = claude(
    'Write',
    { file_path: 'frontend/a.ts' },
    { agent_type: 'keeper', cwd: '.' },
  );

  test('hold the agent in Claude Code, and nobody else', async () => {
    const place = await guarded(true);

    const [its, other] = await Promise.all([
      inClaude(place, denied),
      inClaude(place, denied.replace('"keeper"', '"other"')),
    ]);

    expect(reason(its.stdout)).toContain('denies `**/frontend/**`');
    expect([other.code, other.stdout]).toEqual([0, '']);
  });

  test('deny every call while the package is not there', async () => {
    const { code } = await inClaude(await guarded(false), denied);

    expect(code).toBe(2);
  });

  test('hold every agent in Copilot', async () => {
    const place = await guarded(true);
    const { hooks } = JSON.parse(await readText(place, '.github/hooks/create-persona.json')) as {
      hooks: { preToolUse: { command: string }[] };
    };
    const call = {
      timestamp: 1,
      cwd: place,
      toolName: 'bash',
      toolArgs: '{"command":"rm -r frontend"}',
    };

    const { stdout } = await asked(
      'sh',
      ['-c', hooks.preToolUse[0]!.command],
      place,
      JSON.stringify(call),
    );

    expect(JSON.parse(stdout)).toMatchObject({ permissionDecision: 'deny' });
  });

  test('are the same when they are written again', async () => {
    const place = await guarded(false);
    const copy = copyOf(place);

    const { stdout } = await persona(copy, [
      'keeper',
      '--targets',
      'claude,copilot',
      '--guard-all',
      '--yes',
      '--json',
    ]);

    expect(JSON.parse(stdout)).toMatchObject({ written: [], replaced: [] });
  });

  test('are what holds the denied paths in the loss table, and only where they do', async () => {
    const place = folder({
      '.persona/personas/keeper.md': personaText.replace(/handoffs:\n.*\n/, ''),
    });
    const losses = async (...flags: readonly string[]) => {
      const { stdout } = await persona(place, [
        'keeper',
        '--targets',
        'claude,copilot',
        '--dry-run',
        '--json',
        ...flags,
      ]);
      const { losses: all } = JSON.parse(stdout) as { losses: Loss[] };
      const paths = all.filter(({ what }) => what === 'paths');
      const by = (heldBy?: string) => [
        ...new Set(paths.filter((loss) => loss.heldBy === heldBy).map(({ target }) => target)),
      ];
      return {
        lost: by(),
        held: by('a hook'),
        restricting: paths.filter((l) => l.restricts).length,
      };
    };

    expect(await losses()).toEqual({ lost: ['copilot', 'claude'], held: [], restricting: 6 });
    expect(await losses('--guard')).toEqual({
      lost: ['copilot'],
      held: ['claude'],
      restricting: 3,
    });
    expect(await losses('--guard-all')).toEqual({
      lost: [],
      held: ['copilot', 'claude'],
      restricting: 0,
    });
  });
});

const readText = async (place: string, path: string) =>
  (await import('node:fs/promises')).readFile(join(place, path), 'utf8');

test('a line that is a flag and then the word is a problem with a remedy', async () => {
  const { code, stderr } = await ask(root, ['--dir', '.', 'guard'], '');

  expect([code, stderr]).toEqual([2, expect.stringContaining('Write it first')]);
});
