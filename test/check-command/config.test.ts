import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { configJsonSchema } from '../../build/schema.ts';
import { bad, good, mendable } from '../support/agents.ts';
import { persona } from '../support/built.ts';
import { folder } from '../support/disk.ts';

async function checked(config: string, files: Readonly<Record<string, string>>) {
  const root = folder({ '.persona/config.yaml': config, ...files });
  const { stdout, code } = await persona(root, ['check', '--json']);
  return { code, problem: undefined, ...(JSON.parse(stdout) as Record<string, unknown>) };
}

const one = (text: string) => ({ '.claude/agents/tester.md': text });

describe('.persona/config.yaml', () => {
  test.concurrent.each([
    [
      'turns a check off',
      'checks:\n  references-resolve: off\n',
      one(bad()),
      { code: 0, errors: 0, warnings: 0 },
    ],
    [
      'gives a check another level',
      'checks:\n  references-resolve: warning\n',
      one(bad()),
      { code: 0, errors: 0, warnings: 1 },
    ],
    [
      'makes a warning an error',
      'checks: { lists-are-lists: { level: error } }\n',
      one(mendable),
      { code: 1, errors: 1 },
    ],
    [
      'lets a check leave files alone',
      'checks:\n  references-resolve:\n    ignore: ["**/tester.md"]\n',
      one(bad()),
      { code: 0, errors: 0 },
    ],
    [
      'lets all checks leave files alone',
      'ignore: [".claude/**"]\n',
      one(bad()),
      { code: 0, files: 0 },
    ],
    ['says which tools count', 'targets: [copilot]\n', one(bad()), { code: 0, files: 0 }],
    [
      'says how many warnings are let pass',
      'max-warnings: 0\n',
      one(mendable),
      { code: 1, warnings: 1 },
    ],
    ['may be empty', '\n', one(good), { code: 0, files: 1 }],
    ['may begin as YAML does', '---\n# ours\nchecks: {}\n', one(good), { code: 0, files: 1 }],
  ])('%s', async (_, config, files, expected) => {
    expect(await checked(config, files)).toMatchObject(expected);
  });

  test.concurrent.each([
    [
      'a check that there is not',
      'ignore: []\nchecks:\n  referencs-resolve: off\n',
      '.persona/config.yaml:3',
      '`references-resolve`',
    ],
    [
      'a level that there is not',
      'checks:\n  references-resolve: of\n',
      '.persona/config.yaml:2',
      'Mend',
    ],
    [
      'an option that there is not',
      'checks:\n  references-resolve:\n    levle: off\n',
      '.persona/config.yaml:3',
      '`level`',
    ],
    ['a key that there is not', 'chekcs: {}\n', '.persona/config.yaml:1', '`checks`'],
    [
      'a target that there is not',
      'ignore: []\ntargets:\n  - copilt\n',
      '.persona/config.yaml:3',
      '`copilot`',
    ],
    ['a glob that is none', 'ignore: ["../a"]\n', '.persona/config.yaml:1', 'Mend'],
    ['no YAML', 'ignore: []\nchecks: [\n', '.persona/config.yaml:', 'Mend'],
    ['a list', '- a\n', '.persona/config.yaml:1', 'Mend'],
  ])('is a problem with %s', async (_, config, where, mend) => {
    const { code, problem } = await checked(config, one(good));

    expect({ code, problem }).toMatchObject({
      code: 2,
      problem: {
        name: 'ConfigWrong',
        says: expect.stringContaining(where),
        mend: expect.stringContaining(mend),
      },
    });
  });

  test('holds for what we write, too', async () => {
    const plain = folder();
    const strict = folder({ '.persona/config.yaml': 'targets: [claude]\n' });

    await persona(plain, ['devops', '--targets', 'claude']);
    const { code, stderr } = await persona(strict, ['devops', '--targets', 'copilot']);

    expect(code).toBe(2);
    expect(stderr).toContain('`claude`');
  });
});

test('the schema for editors is made of the checks that there are (npm run build)', () => {
  const place = join(import.meta.dirname, '../../schemas/config.schema.json');

  expect(readFileSync(place, 'utf8')).toBe(configJsonSchema());
});
