import { expect, test } from 'vitest';
import { run } from '../src/cli.ts';
import { defineCommand, type Io } from '../src/command.ts';

/** A command that does what nobody foresaw. */
const broken = defineCommand({
  name: 'broken',
  usage: 'create-persona broken',
  describes: 'Fail',
  examples: ['create-persona broken'],
  flags: [],
  run() {
    throw new TypeError('nobody foresaw this');
  },
});

const ran = async (argv: readonly string[]) => {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const io: Io = {
    cwd: import.meta.dirname,
    print: (text) => stdout.push(text),
    complain: (text) => stderr.push(text),
    isTerminal: false,
    hasColor: false,
  };
  const code = await run(argv, io, { commands: [broken], generators: [] });
  return { code, stdout: stdout.join('\n'), stderr: stderr.join('\n') };
};

test('an error that nobody foresaw is called our fault, with all that a report of it needs', async () => {
  const { code, stdout, stderr } = await ran(['broken']);

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  const [says, mend, empty, about, command, ...stack] = stderr.split('\n');
  expect(says).toBe('✖ create-persona has failed: nobody foresaw this');
  expect(mend).toBe('The fault is ours, not yours. Please report it, with these lines:');
  expect(empty).toBe('');
  expect(about).toMatch(/^create-persona \d+\.\d+\.\d+, Node v\d/);
  expect(command).toBe('create-persona broken');
  expect(stack[0]).toBe('TypeError: nobody foresaw this');
  expect(stack[1]).toMatch(/^ {4}at /);
});

test('with --json it is one document', async () => {
  const { code, stdout, stderr } = await ran(['broken', '--json']);

  expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({
    failure: {
      says: 'create-persona has failed: nobody foresaw this',
      mend: expect.stringContaining('report'),
      report: expect.stringContaining('create-persona broken --json'),
    },
  });
});
