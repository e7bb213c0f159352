import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { begun, nodeWords } from '../support/built.ts';
import { folder, outside } from '../support/disk.ts';

/**
 * A project whose Python is a program that never ends, and starts another that does not either: as
 * uv starts pytest. Both write down who they are.
 */
function project(): string {
  const root = folder({ 'pyproject.toml': '[project]\n', 'a.py': '' });
  const bin = join(root, '.venv', 'bin');
  fs.mkdirSync(bin, { recursive: true });
  const answer = JSON.stringify({ python: join(bin, 'python'), modules: ['pytest'] });
  const forever = `sleep 300 & echo $! $$ > "${root}/pids.new"; mv "${root}/pids.new" "${root}/pids"; wait`;
  const text = `#!/bin/sh\nif [ "$1" = -c ]; then echo '${answer}'; exit; fi\n${forever}\n`;
  fs.writeFileSync(join(bin, 'python'), text, { mode: 0o755 });
  return root;
}

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error('It did not come to that within 20 seconds.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function interrupt(signal: NodeJS.Signals) {
  const [root, temporary] = [project(), outside()];
  const words = nodeWords(['verify', '--only', 'testing']);
  const run = begun(process.execPath, words, root, { env: { TMPDIR: temporary } });
  await until(() => fs.existsSync(join(root, 'pids')));
  const pids = fs.readFileSync(join(root, 'pids'), 'utf8').trim().split(' ').map(Number);
  expect(pids.map(isAlive)).toEqual([true, true]);
  process.kill(run.pid, signal);
  const ended = await run.ended;
  await until(() => !pids.some(isAlive));
  return { root, temporary, ended };
}

describe.skipIf(process.platform === 'win32')('a run of verify', () => {
  test('that gets Ctrl-C stops all that it started, and leaves nothing behind', async () => {
    const { root, temporary, ended } = await interrupt('SIGINT');

    expect(ended).toMatchObject({ code: 130, stdout: '' });
    expect(ended.stderr).toContain('Interrupted. Nothing was written.');
    expect(fs.readdirSync(root).sort()).toEqual(['.venv', 'a.py', 'pids', 'pyproject.toml']);
    expect(fs.readdirSync(temporary)).toEqual([]);
  });

  test.each(['SIGTERM', 'SIGHUP'] as const)(
    'that gets %s dies of it, and stops all that it started',
    async (signal) => {
      const { root, ended } = await interrupt(signal);

      expect(ended.signal).toBe(signal);
      expect(fs.readdirSync(root)).not.toContain('workflow_report_project.json');
    },
  );
});
