import { chmodSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { good } from '../support/agents.ts';
import { persona } from '../support/built.ts';
import { folder } from '../support/disk.ts';

/** Root may read everything, so somebody else asks. */
const isRoot = process.getuid?.() === 0;
const nobody = isRoot ? { uid: 65534, gid: 65534 } : {};

const path = '.claude/agents/tester.md';

/** A project in which one place cannot be read. */
function closed(place: string, more: Readonly<Record<string, string>> = {}): string {
  const root = folder({ [path]: good, 'docs/a.md': '# A\n', ...more });
  for (const each of [dirname(root), root]) chmodSync(each, 0o755);
  chmodSync(join(root, place), 0o000);
  return root;
}

const check = async (root: string, ...words: readonly string[]) => {
  const ended = await persona(root, ['check', '--no-cache', ...words], nobody);
  chmodSync(root, 0o755);
  return ended;
};

// Windows has no such rights.
describe.skipIf(process.platform === 'win32')('what cannot be read', () => {
  test('is no file without findings', async () => {
    const { code, stderr } = await check(closed(path));

    expect(code).toBe(2);
    expect(stderr).toContain(`✖ ${path} cannot be read: you have no right to.`);
    expect(stderr).toContain('name it under `ignore` in `.persona/config.yaml`');
  });

  test('may be ignored', async () => {
    const config = { '.persona/config.yaml': `ignore:\n  - ${path}\n` };

    const { code, stderr } = await check(closed(path, config));

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('is told where it is a folder, and all else is checked', async () => {
    const { code, stdout, stderr } = await check(closed('docs'));

    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'docs/ cannot be read: nothing in it was checked.\n',
    });
    expect(stdout).toContain('1 file');
  });

  test.each([
    ['the folder that was named', '.claude', ['.claude']],
    ['the project', '.', []],
  ])('is a problem where it is %s', async (_, place, words) => {
    const { code, stdout, stderr } = await check(closed(place), ...words);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('cannot be read: you have no right to.');
  });
});
