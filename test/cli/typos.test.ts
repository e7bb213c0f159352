import { describe, expect, test } from 'vitest';
import { persona } from '../support/built.ts';
import { filesIn, folder } from '../support/disk.ts';

describe('a slip of the pen is answered with the nearest name, and nothing is written:', () => {
  test.concurrent.each([
    ['a generator', ['memroy', 'x', '--lesson', 'y'], 'memory', 'CommandNotFound'],
    ['a command', ['chek'], 'check', 'CommandNotFound'],
    ['a persona', ['bakend-dev'], 'backend-dev', 'CommandNotFound'],
    ['a persona of a generator', ['chatmode', 'architct'], 'architect', 'ChoiceUnknown'],
    [
      'a persona to start from',
      ['payments-dev', '--from', 'backnd-dev'],
      'backend-dev',
      'PersonaNotFound',
    ],
    ['a flag', ['backend-dev', '--tragets', 'claude'], '--targets', 'FlagUnknown'],
    ['a flag of a command', ['check', '--jsn'], '--json', 'FlagUnknown'],
    ['a target', ['backend-dev', '--targets', 'claude,copilt'], 'copilot', 'ChoiceUnknown'],
    ['a kind', ['spec', 'A', 'featrue', '--summary', 'B'], 'feature', 'ChoiceUnknown'],
    ['a check', ['explain', 'tools-are-know'], 'tools-are-known', 'TopicNotFound'],
  ])('%s', async (_, words, meant, name) => {
    const root = folder();

    const { code, stdout, stderr } = await persona(root, words);

    expect({ code, stdout, files: filesIn(root) }).toEqual({ code: 2, stdout: '', files: {} });
    expect(stderr).toContain(`Did you mean \`${meant}\`?`);
    expect(stderr).toContain(`(${name})`);
  });

  test.concurrent('a persona of the team is near, too', async () => {
    const root = folder();
    await persona(root, ['payments-dev', '--targets', 'claude', '--quiet']);
    const before = filesIn(root);

    const { code, stderr } = await persona(root, ['paymnts-dev']);

    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean `payments-dev`?');
    expect(filesIn(root)).toEqual(before);
  });
});

test.concurrent('a name that is near to nothing is a new persona', async () => {
  const root = folder();

  const { code } = await persona(root, ['ledger-keeper', '--targets', 'claude']);

  expect(code).toBe(0);
  expect(Object.keys(filesIn(root))).toContain('.claude/agents/ledger-keeper.md');
});
