import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { bad, good } from '../support/agents.ts';
import { env, nodeWords } from '../support/built.ts';
import { folder, write } from '../support/disk.ts';

/** A run that goes on, and what it has said so far. */
function watching(root: string) {
  const child = spawn(process.execPath, nodeWords(['check', '--watch']), { cwd: root, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const says = async (what: RegExp) => {
    const until = Date.now() + 15_000;
    while (!what.test(said)) {
      if (Date.now() > until) throw new Error(`It did not say ${what}:\n${said}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    said = '';
  };
  return { says, stop: () => child.kill('SIGINT'), ended };
}

describe.skipIf(process.platform === 'win32')('check --watch', () => {
  test('runs again when a file changes or comes, and ends with Ctrl-C', async () => {
    const root = folder({ '.claude/agents/tester.md': good });
    const { says, stop, ended } = watching(root);

    await says(/1 file: 0 errors[\s\S]*Watching/);
    write(root, { '.claude/agents/tester.md': bad() });
    await says(/references-resolve[\s\S]*1 file: 1 error[\s\S]*Watching/);
    write(root, { '.claude/agents/deep/b.md': good.replace('tester', 'b') });
    await says(/2 files: 1 error[\s\S]*Watching/);
    write(root, { '.claude/agents/deep/b.md': bad('b') });
    await says(/2 files: 2 errors[\s\S]*Watching/);
    stop();

    expect(await ended).toBe(130);
  });

  test('tells a problem, and goes on', async () => {
    const root = folder({ '.claude/agents/tester.md': good });
    const { says, stop, ended } = watching(root);

    await says(/Watching/);
    write(root, { '.persona/config.yaml': 'x: 1\n' });
    await says(/ConfigWrong[\s\S]*Watching/);
    write(root, { '.persona/config.yaml': 'checks: {}\n' });
    await says(/1 file: 0 errors/);
    stop();

    expect(await ended).toBe(130);
  });
});
