import { describe, expect, test } from 'vitest';
import { filesIn, folder } from '../support/disk.ts';
import { hasTerminal, keys, sit, type Terminal } from '../support/terminal.ts';

const { down, up, enter, space, ctrlC, ctrlD } = keys;
const who = 'Who should it be?';
const tools = 'Which tools will read it?';

/** Past the first question to one that stands at `Which tools`, whoever it is. */
async function choose(terminal: Terminal, ...typed: readonly string[]): Promise<void> {
  await terminal.shows('Somebody new …');
  await terminal.press(...typed, enter);
}

/** Each question, and the way to it: what must be shown, and the keys that are then pressed. */
const leaving: readonly (readonly [
  string,
  readonly string[],
  readonly (readonly [string, ...string[]])[],
])[] = [
  [who, [], []],
  [tools, [], [[who, enter]]],
  ['What is the name?', [], [[who, up, enter]]],
  [
    'Write these',
    [],
    [
      [who, enter],
      [tools, enter],
    ],
  ],
  ['What is it about', ['memory'], []],
  ['Which component?', ['memory', 'Redis'], [['What kind', enter]]],
  ['In which folder?', ['--demo'], []],
];

describe.skipIf(!hasTerminal)('the wizard, in a terminal (needs node-pty)', () => {
  test.concurrent('asks who and for which tools, shows what it will be, asks once, and writes it', async () => {
    const root = folder();
    const terminal = sit(root, []);

    await choose(terminal, down, down, up);
    await terminal.shows('Claude Code');
    await terminal.press(space, down, space, enter);
    const shown = await terminal.shows('Write these');
    const before = filesIn(root);
    await terminal.press(enter);
    const { code, screen } = await terminal.ended;

    expect(before).toEqual({});
    expect(shown).toMatch(/backend-dev\.md +\d{3,4} tokens\n/);
    expect(shown).toContain('Said in the text, and held by no tool:');
    expect(code).toBe(0);
    expect(screen).toMatch(
      /Wrote:[\s\S]*Next:\n {2}Change the persona in \.persona\/personas\/backend-dev\.md/,
    );
    expect(Object.keys(filesIn(root)).filter((path) => /agents\/|chatmodes\//.test(path))).toEqual([
      '.claude/agents/backend-dev.md',
    ]);
  });

  test.concurrent('asks for no more than the flags leave open', async () => {
    const root = folder();
    const terminal = sit(root, ['architect', '--targets', 'claude']);

    const shown = await terminal.shows('Write these');
    await terminal.press('y', enter);
    const { code } = await terminal.ended;

    expect(shown).not.toContain('?  ');
    expect(shown).not.toContain(tools);
    expect({ code, isWritten: '.claude/agents/architect.md' in filesIn(root) }).toEqual({
      code: 0,
      isWritten: true,
    });
  });

  test.concurrent('with --yes asks nothing', async () => {
    const root = folder();

    const { code, screen } = await sit(root, ['architect', '--targets', 'claude', '--yes']).ended;

    expect(code).toBe(0);
    expect(screen).not.toContain('?');
  });

  test.concurrent('asks nothing once there is nothing to write', async () => {
    const root = folder();
    await sit(root, ['architect', '--targets', 'claude', '--yes']).ended;

    const { code, screen } = await sit(root, ['architect', '--targets', 'claude']).ended;

    expect(code).toBe(0);
    expect(screen).toContain('Nothing was written.');
  });

  test.concurrent('with --dry-run asks who, and not whether to write', async () => {
    const root = folder();
    const terminal = sit(root, ['--dry-run', '--targets', 'claude']);

    await choose(terminal);
    const { code, screen } = await terminal.ended;

    expect({ code, files: filesIn(root) }).toEqual({ code: 0, files: {} });
    expect(screen).toContain('Would write:');
  });

  test.concurrent('wants at least one tool', async () => {
    const root = folder();
    const terminal = sit(root, ['architect']);

    await terminal.shows('Claude Code');
    await terminal.press('a', 'a', enter);
    await terminal.shows('Choose at least one');
    await terminal.press(ctrlC);
    const { code } = await terminal.ended;

    expect({ code, files: filesIn(root) }).toEqual({ code: 130, files: {} });
  });

  test.concurrent('asks somebody new for a name, and refuses a bad one', async () => {
    const root = folder();
    const terminal = sit(root, ['--targets', 'claude']);

    await choose(terminal, up);
    await terminal.shows('What is the name?');
    await terminal.press('../x', enter);
    await terminal.shows('An id is lower-case words joined by hyphens');
    await terminal.press('\x7f'.repeat(4), 'check', enter);
    await terminal.shows('That is the name of a command');
    await terminal.press('\x7f'.repeat(5), 'payments-dev', enter);
    await terminal.shows('Write these');
    await terminal.press(enter);
    const { code } = await terminal.ended;

    expect({ code, isWritten: '.claude/agents/payments-dev.md' in filesIn(root) }).toEqual({
      code: 0,
      isWritten: true,
    });
  });

  test.concurrent('takes No for an answer', async () => {
    const root = folder();
    const terminal = sit(root, ['architect', '--targets', 'claude']);

    await terminal.shows('Write these');
    await terminal.press('n', enter);
    const { code, screen } = await terminal.ended;

    expect({ code, files: filesIn(root) }).toEqual({ code: 130, files: {} });
    expect(screen).toContain('Nothing was written.');
  });

  test.concurrent.each(leaving)(
    'ends when somebody leaves at "%s", and has written nothing',
    async (last, words, steps) => {
      const roots = [folder(), folder()];
      const terminals = roots.map((root) => sit(root, words));

      const ends = await Promise.all(
        terminals.map(async (terminal, nth) => {
          for (const [question, ...typed] of steps) {
            await terminal.shows(question);
            await terminal.press(...typed);
          }
          await terminal.shows(last);
          await terminal.press([ctrlC, ctrlD][nth]!);
          return terminal.ended;
        }),
      );

      expect(ends.map(({ code }) => code)).toEqual([130, 130]);
      expect(roots.map((root) => filesIn(root))).toEqual([{}, {}]);
      for (const { screen } of ends) {
        expect(screen).toContain('Interrupted. Nothing was written.');
        expect(screen).not.toMatch(/^ +at /m);
      }
    },
  );
});
