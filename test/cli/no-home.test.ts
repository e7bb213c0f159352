import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { program, programForOthers } from '../support/built.ts';
import { outside } from '../support/disk.ts';

const isRoot = process.getuid?.() === 0;

test.skipIf(process.platform === 'win32')('it runs for somebody who has no home', () => {
  const { HOME: _, XDG_CACHE_HOME: __, ...env } = process.env;
  const nobody = isRoot ? { uid: 54321, gid: 54321 } : {};

  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [isRoot ? programForOthers() : program, 'list'],
    {
      cwd: outside(),
      encoding: 'utf8',
      env,
      ...nobody,
    },
  );

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('backend-dev');
});
