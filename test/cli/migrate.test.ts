import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { persona } from '../support/built.ts';
import { filesIn, folder } from '../support/disk.ts';
import { hasTerminal, keys, sit } from '../support/terminal.ts';

const old = '.github/chatmodes/planner.chatmode.md';
const now = '.github/agents/planner.agent.md';
const text =
  '---\ndescription: Plans work. Use before a feature.\ntools: [codebase]\n---\n\nI plan.\n';
const before = { [old]: text };
const after = { [now]: text.replace('codebase', 'search/codebase') };

describe('migrate, with nobody to be asked', () => {
  test('shows the diff and what is lost, and writes nothing', async () => {
    const root = folder(before);

    const { code, stdout, stderr } = await persona(root, ['migrate']);

    expect(code).toBe(0);
    expect(stdout).toContain(`+++ b/${now}`);
    expect(stdout).toContain(`--- a/${old}\n+++ /dev/null`);
    expect(stdout).toContain('Put in the words of today:');
    expect(stderr).toBe('Nothing was written. Run it again with `--yes` to do this.\n');
    expect(filesIn(root)).toEqual(before);
  });

  test('does it with --yes, and has nothing to do the second time', async () => {
    const root = folder(before);

    const first = await persona(root, ['migrate', '--yes']);
    const second = await persona(root, ['migrate', '--yes']);

    expect(first.stdout).toMatch(
      /Wrote:[\s\S]*planner\.agent\.md[\s\S]*Removed:[\s\S]*planner\.chatmode\.md/,
    );
    expect(filesIn(root)).toEqual(after);
    expect({ code: second.code, stdout: second.stdout.trim() }).toEqual({
      code: 0,
      stdout: 'Nothing to do: all is as it should be.',
    });
  });

  test.each([
    [['migrate', '--json'], false],
    [['migrate', '--json', '--yes'], true],
  ])('%j is one JSON document', async (words, wrote) => {
    const root = folder(before);

    const { code, stdout, stderr } = await persona(root, words);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({ wrote, changes: [{ how: 'renamed', path: old, line: 3 }] });
    expect((wrote ? told : told.would).removed).toEqual([old]);
    expect(filesIn(root)).toEqual(wrote ? after : before);
  });

  test('keeps CRLF where there was CRLF', async () => {
    const root = folder({ [old]: text.replaceAll('\n', '\r\n') });

    await persona(root, ['migrate', '--yes']);

    expect(filesIn(root)).toEqual({ [now]: after[now]!.replaceAll('\n', '\r\n') });
  });

  test('refuses a folder that leads out of the project, and writes nothing', async () => {
    const root = folder(before);
    const elsewhere = folder({});
    symlinkSync(elsewhere, join(root, '.github/agents'));
    const linked = filesIn(root);

    const { code, stderr } = await persona(root, ['migrate', '--yes']);

    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('(PathOutside)'),
    });
    expect([filesIn(root), filesIn(elsewhere)]).toEqual([linked, {}]);
  });

  test('twice at once ends as once does', async () => {
    const root = folder(before);

    const runs = await Promise.all([1, 2].map(() => persona(root, ['migrate', '--yes'])));

    expect(runs.map(({ code }) => code)).toContain(0);
    for (const { code, stderr } of runs)
      if (code !== 0) expect(stderr).toMatch(/\([A-Z][A-Za-z]+\)\s*$/);
    expect(filesIn(root)).toEqual(after);
  });

  test('takes a glob that the shell left as it is', async () => {
    const root = folder(before);

    await persona(root, ['migrate', '.github/*/*.md', '--yes']);

    expect(filesIn(root)).toEqual(after);
  });

  test.each([
    [['migrate', '.github/none/*.md'], 'There is no file to take in at .github/none/*.md'],
    [['migrate', 'nowhere'], 'There is no file to take in at nowhere'],
    [['migrate', '../x'], 'There is no file to take in at ../x'],
    [['migrate', '--skills', 'docs'], 'others are not read'],
  ])('%j is a problem', async (words, says) => {
    const root = folder(before);

    const { code, stderr } = await persona(root, words);

    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(says) });
    expect(filesIn(root)).toEqual(before);
  });
});

describe.skipIf(!hasTerminal)('migrate, in a terminal (needs node-pty)', () => {
  test.each([
    ['does it on a yes', keys.enter, 0, after],
    ['does nothing on a no', `n${keys.enter}`, 130, before],
  ])('%s', async (_, typed, code, files) => {
    const root = folder(before);
    const terminal = sit(root, ['migrate']);

    const shown = await terminal.shows('Do this?');
    await terminal.press(typed);
    const ended = await terminal.ended;

    expect(shown).toContain(`+++ b/${now}`);
    expect(ended.code).toBe(code);
    expect(filesIn(root)).toEqual(files);
  });
});
