import { describe, expect, test } from 'vitest';
import { decide } from '../../src/guard/decide.ts';
import type { Disk } from '../../src/guard/disk.ts';
import { follow } from '../../src/guard/follow.ts';
import { rulesOf } from '../../src/guard/rules.ts';
import { readPersona } from '../../src/persona.ts';
import { personaText } from './attempts.ts';

/** Disks that this machine may not have, without a file on them. */
const disk = (more: Partial<Disk>): Disk => ({
  real: (path) => follow(path, () => undefined),
  isFolder: () => false,
  names: () => [],
  read: () => undefined,
  ignoresCase: false,
  isWindows: false,
  home: '/home/me',
  ...more,
});

const text = personaText.replace('"**/frontend/**"', '"**/frontend/**"\n    - "**/Straße/**"');
const rules = rulesOf(readPersona('.persona/personas/keeper.md', text), text);
const allows = (root: string, path: string, where: Disk) =>
  decide({ tool: 'Write', input: { file_path: path }, cwd: root }, { root, rules, disk: where })
    .allows;

describe('a disk that knows no upper and lower case', () => {
  const where = disk({ ignoresCase: true });

  test.each([
    'Frontend/app.ts',
    'FRONTEND/APP.TS',
    '/work/Frontend/a.ts',
    '/WORK/frontend/a.ts',
    'Docs/Decisions/a.md',
    '.Claude/Settings.json',
    'docs/deciſions/a.md',
    'front\u200cend/app.ts',
    'STRASSE/a.ts',
  ])('%s is denied', (path) => expect(allows('/work', path, where)).toBe(false));

  test('on one that does, it is another file', () => {
    expect(allows('/work', 'Frontend/app.ts', disk({}))).toBe(true);
  });
});

describe('a name that is spelt in another form of Unicode', () => {
  test.each(['NFC', 'NFD'] as const)('%s is denied', (form) => {
    const glob = personaText.replace('**/frontend/**', '**/müll/**');
    const its = rulesOf(readPersona('.persona/personas/keeper.md', glob), glob);
    const call = { tool: 'Write', input: { file_path: 'müll/a.ts'.normalize(form) } };

    expect(decide(call, { root: '/work', rules: its, disk: disk({}) }).allows).toBe(false);
  });
});

describe('Windows', () => {
  const where = disk({ isWindows: true, ignoresCase: true });

  test.each([
    'frontend\\app.ts',
    'C:\\work\\frontend\\app.ts',
    'c:/work/frontend/app.ts',
    'src\\..\\frontend\\app.ts',
    'Frontend.\\app.ts',
    'frontend \\app.ts',
    'frontend\\app.ts::$DATA',
    'frontend::$INDEX_ALLOCATION\\app.ts',
    '\\\\?\\C:\\work\\frontend\\app.ts',
    'file:///C:/work/frontend/app.ts',
  ])('%s is denied', (path) => expect(allows('C:/work', path, where)).toBe(false));

  test.each(['src\\api.py', 'D:\\work\\frontend\\app.ts', 'C:\\other\\frontend\\a.ts'])(
    '%s is not',
    (path) => expect(allows('C:/work', path, where)).toBe(true),
  );
});

describe('PowerShell', () => {
  const verdict = (command: string) =>
    decide(
      { tool: 'powershell', input: { command } },
      { root: 'C:/work', rules, disk: disk({ isWindows: true, ignoresCase: true }) },
    );

  test.each([
    'Remove-Item -Recurse frontend',
    'Set-Content -Path "frontend\\app.ts" x',
    'del Frontend\\app.ts',
    'echo x > frontend\\a.ts',
    'iex (irm x)',
    'Remove-Item $x',
  ])('%s is denied', (command) => expect(verdict(command).allows).toBe(false));

  test.each(['pytest -q', 'git status', 'Get-Content src\\api.py'])('%s may run', (command) =>
    expect(verdict(command).allows).toBe(true),
  );
});

describe('links', () => {
  const links: Readonly<Record<string, string>> = { '/a': '/b', '/b/c': '../d', '/loop': '/loop' };

  test.each([
    ['/a/x', '/b/x'],
    ['/a/c/x', '/d/x'],
    ['/a/../x', '/x'],
    ['/b/c/../x', '/x'],
    ['/../x', '/x'],
    ['/loop', '/loop'],
  ])('%s leads to %s', (path, expected) => {
    expect(follow(path, (each) => links[each])).toBe(expected);
  });
});
