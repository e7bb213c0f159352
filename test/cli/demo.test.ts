import { describe, expect, test } from 'vitest';
import { persona } from '../support/built.ts';
import { filesIn, folder } from '../support/disk.ts';
import { hasTerminal, keys, sit } from '../support/terminal.ts';

test.concurrent('--demo writes a persona for all tools to ./demo, and shows what it wrote', async () => {
  const root = folder({ 'README.md': '# Mine\n' });

  const { code, stdout } = await persona(root, ['--demo']);

  const paths = Object.keys(filesIn(root));
  expect(code).toBe(0);
  expect(paths).toEqual(
    expect.arrayContaining([
      'demo/.augment/chatmodes/backend-dev.chatmode.md',
      'demo/.github/agents/backend-dev.agent.md',
      'demo/.claude/agents/backend-dev.md',
    ]),
  );
  expect(paths.filter((path) => !path.startsWith('demo/'))).toEqual(['README.md']);
  expect(stdout).toMatch(/backend-dev\.chatmode\.md +\d{4} tokens/);
  expect(stdout).toContain('\n  # ');
});

test.concurrent('--demo a second time says that all is there, and shows it again', async () => {
  const root = folder();
  await persona(root, ['--demo']);
  const before = filesIn(root);

  const { code, stdout } = await persona(root, ['--demo']);

  expect({ code, files: filesIn(root) }).toEqual({ code: 0, files: before });
  expect(stdout).toContain('Nothing was written.');
});

test.concurrent('--demo takes a folder', async () => {
  const root = folder();

  const { code } = await persona(root, ['--demo', '--dir', 'else/where']);

  expect(code).toBe(0);
  expect(Object.keys(filesIn(root)).every((path) => path.startsWith('else/where/'))).toBe(true);
});

describe.skipIf(!hasTerminal)('in a terminal (needs node-pty)', () => {
  test.concurrent('--demo offers ./demo, and goes on as the wizard', async () => {
    const root = folder();
    const terminal = sit(root, ['--demo']);

    await terminal.shows('In which folder? (./demo)');
    await terminal.press(keys.enter);
    await terminal.shows('Somebody new …');
    await terminal.press(keys.enter);
    await terminal.shows('Claude Code');
    await terminal.press(keys.enter);
    await terminal.shows('Write these');
    await terminal.press(keys.enter);
    const { code } = await terminal.ended;

    expect(code).toBe(0);
    expect(Object.keys(filesIn(root))).toContain('demo/.claude/agents/architect.md');
  });
});
