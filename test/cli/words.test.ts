import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import persona_ from '../../generators/persona.ts';
import { persona } from '../support/built.ts';
import { filesIn, folder, outside } from '../support/disk.ts';

describe('what cannot be taken is a problem, and nothing is written:', () => {
  test.concurrent.each([
    ['an unknown flag', ['backend-dev', '--frobnicate'], '(FlagUnknown)'],
    ['an unknown short flag', ['backend-dev', '-x'], '(FlagUnknown)'],
    ['a flag without its value', ['backend-dev', '--targets'], '--targets has no value'],
    ['a flag with a flag for its value', ['backend-dev', '--dir', '--yes'], '--dir has no value'],
    ['a value for a flag that takes none', ['backend-dev', '--yes=no'], '--yes takes no value'],
    ['a list of nothing', ['backend-dev', '--targets', ','], '--targets names nothing'],
    ['too many words for a generator', ['backend-dev', 'claude', 'extra'], '`extra`'],
    ['too many words for list', ['list', 'extra'], '`extra`'],
    ['too many words for explain', ['explain', 'execute', 'extra'], '`extra`'],
    ['a name that is empty', ['persona', ''], '(AnswerRefused)'],
    ['a name alone that is empty', [''], '(AnswerRefused)'],
    ['a name that leads out', ['persona', '../x'], '(AnswerRefused)'],
    ['a name that begins at the root', ['/etc/x'], '(AnswerRefused)'],
    ['a name of 300 letters', ['persona', 'x'.repeat(300)], '(AnswerRefused)'],
    ['a name that is an emoji', ['persona', '🐍'], '(AnswerRefused)'],
    ['a name of two lines', ['persona', 'a\nb'], '(AnswerRefused)'],
    ['a name with a line end after it', ['persona', 'payments-dev\n'], '(AnswerRefused)'],
    ['a name of a command', ['persona', 'check'], 'name of a command or a generator'],
    ['a name of a generator', ['persona', 'memory'], 'name of a command or a generator'],
    ['a title without a letter', ['memory', '🐍', '--lesson', 'x'], '(AnswerRefused)'],
    ['a title of 300 letters', ['memory', 'x'.repeat(300), '--lesson', 'x'], '(DiskRefused)'],
    ['somebody unknown to start from', ['payments-dev', '--from', 'nobody'], '(PersonaNotFound)'],
  ])('%s', async (_, words, says) => {
    const root = folder();

    const { code, stdout, stderr } = await persona(root, words);

    expect({ code, stdout, files: filesIn(root) }).toEqual({ code: 2, stdout: '', files: {} });
    expect(stderr).toContain(says);
    expect(stderr).not.toContain('.create-persona-desk');
    expect(stderr).not.toMatch(/^ +at /m);
  });

  test.concurrent('a name with a NUL, which only other programs can hand in', () => {
    const [question] = persona_.questions;

    const refusal = question?.kind === 'one' && question.refuse?.('a\0b');

    expect(refusal).toContain('lower-case words');
  });
});

describe('--dir', () => {
  test.concurrent('makes a folder that is not there yet', async () => {
    const root = outside();

    const { code } = await persona(root, [
      'architect',
      '--dir',
      'a/new one',
      '--targets',
      'claude',
    ]);

    expect(code).toBe(0);
    expect(Object.keys(filesIn(root))).toContain('a/new one/.claude/agents/architect.md');
  });

  test.concurrent('may stand before the word that says what to do', async () => {
    const root = outside();

    const { code } = await persona(root, ['--dir', 'sub', 'architect', '--targets', 'claude']);

    expect(code).toBe(0);
    expect(fs.existsSync(join(root, 'sub/.claude/agents/architect.md'))).toBe(true);
  });

  test.concurrent.each([['architect'], ['memory', 'A', '--lesson', 'B'], ['check'], ['list']])(
    'to a file, or below one, is a problem for %s',
    async (...words) => {
      const root = folder({ 'a file': 'mine' });

      const ends = await Promise.all(
        ['a file', 'a file/below'].map((dir) => persona(root, [...words, '--dir', dir])),
      );

      expect(ends.map(({ code, stdout }) => ({ code, stdout }))).toEqual([
        { code: 2, stdout: '' },
        { code: 2, stdout: '' },
      ]);
      for (const { stderr } of ends) expect(stderr).toContain('(FolderMissing)');
      expect(filesIn(root)).toEqual({ 'a file': 'mine' });
    },
  );
});

describe('--version', () => {
  test.concurrent.each([[['--version']], [['-v']], [['check', '-v']], [['--json', '--version']]])(
    '%j',
    async (words) => {
      const { version } = JSON.parse(
        fs.readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
      ) as { version: string };

      const { code, stdout } = await persona(outside(), words);

      expect({ code, stdout }).toEqual({ code: 0, stdout: `${version}\n` });
    },
  );
});
