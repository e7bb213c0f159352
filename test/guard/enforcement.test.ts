import { describe, expect, test } from 'vitest';
import { type Setting, withSettings } from '../../src/enforcement.ts';
import { targets } from '../../src/targets/index.ts';
import { readPersona } from '../../src/persona.ts';
import { personaText } from './attempts.ts';

const hook: Setting = {
  path: 'a.json',
  list: ['hooks', 'PreToolUse'],
  item: { command: 'new' },
  replaces: (item) => item.includes('old'),
};

describe('settings are merged into what stands there', () => {
  test.each([
    [
      'nothing',
      '',
      '{\n  "hooks": {\n    "PreToolUse": [\n      {\n        "command": "new"\n      }\n    ]\n  }\n}\n',
    ],
    [
      'an empty object',
      '{}',
      '{\n  "hooks": {\n    "PreToolUse": [\n      {\n        "command": "new"\n      }\n    ]\n  }\n}',
    ],
    [
      'other settings, with comments and tabs',
      '{\n\t// ours\n\t"model": "x", /* so */\n}\n',
      '{\n\t// ours\n\t"model": "x",\n\t"hooks": {\n\t\t"PreToolUse": [\n\t\t\t{\n\t\t\t\t"command": "new"\n\t\t\t}\n\t\t]\n\t}, /* so */\n}\n',
    ],
    [
      'an item of others, which is laid out anew',
      '{\n  "hooks": {\n    "PreToolUse": [\n      { "command": "theirs" }\n    ]\n  }\n}\n',
      '{\n  "hooks": {\n    "PreToolUse": [\n      {\n        "command": "theirs"\n      },\n      {\n        "command": "new"\n      }\n    ]\n  }\n}\n',
    ],
    [
      'an older one of ours',
      '{\n  "hooks": {\n    "PreToolUse": [\n      { "command": "old" },\n      { "command": "theirs" }\n    ]\n  }\n}\n',
      '{\n  "hooks": {\n    "PreToolUse": [\n      {\n        "command": "new"\n      },\n      { "command": "theirs" }\n    ]\n  }\n}\n',
    ],
  ])('%s', (_, there, expected) => {
    const once = withSettings('a.json', there, [hook]);

    expect(once).toBe(expected);
    expect(withSettings('a.json', once, [hook])).toBe(once);
  });

  test('a key keeps the value that it has', () => {
    const version: Setting = { path: 'a.json', key: ['version'], value: 1 };

    expect(withSettings('a.json', '{ "version": 2 }\n', [version])).toBe('{ "version": 2 }\n');
    expect(JSON.parse(withSettings('a.json', '', [version]))).toEqual({ version: 1 });
  });

  test.each([
    ['no JSON', '{ "hooks": '],
    ['something else where a list must be', '{ "hooks": { "PreToolUse": "x" } }'],
    ['something else where an object must be', '{ "hooks": [] }'],
  ])('%s is a problem', (_, there) => {
    expect(() => withSettings('a.json', there, [hook])).toThrow(
      expect.objectContaining({ name: 'SettingsBroken' }),
    );
  });
});

describe('what each target writes', () => {
  const persona = readPersona('.persona/personas/keeper.md', personaText);
  const enforcing = targets.filter(({ enforcement }) => enforcement !== undefined);

  test.each(enforcing.map((target) => [target.id, target.enforcement!] as const))(
    '%s',
    (_, { own, everyone }) => {
      expect({ own: own?.(persona), everyone: everyone(persona) }).toMatchSnapshot();
    },
  );
});
