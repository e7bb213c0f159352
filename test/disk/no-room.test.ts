import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ended, type Manner, persona, program, programForOthers } from '../support/built.ts';
import { filesIn, folder, outside, write } from '../support/disk.ts';

const words = ['architect', '--targets', 'claude'];

/** Root may write everywhere: then somebody else runs it. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const asNobody: Manner = isRoot ? { uid: nobody, gid: nobody } : {};
const canRun =
  process.platform !== 'win32' &&
  spawnSync(process.execPath, [isRoot ? programForOthers() : program, '--version'], asNobody)
    .status === 0;

function ownedByNobody(root: string): void {
  if (!isRoot) return;
  for (const each of ['..', '.', ...fs.readdirSync(root, { recursive: true, encoding: 'utf8' })])
    fs.chownSync(join(root, each), nobody, nobody);
}

describe.skipIf(!canRun && !process.env['CI'])(
  'a folder that may only be read (needs somebody who is not root)',
  () => {
    test.concurrent.each([
      ['the project', '.'],
      ['a folder in which the agent must be', '.claude'],
      ['a folder deeper down', '.claude/agents'],
    ])('%s', async (_, path) => {
      const root = folder({ 'README.md': '# Mine\n', '.claude/agents/other.md': '# Mine\n' });
      ownedByNobody(root);
      fs.chmodSync(join(root, path), 0o555);
      const before = filesIn(root);

      const { code, stdout, stderr } = await persona(root, words, asNobody);

      fs.chmodSync(join(root, path), 0o755);
      expect({ code, stdout, files: filesIn(root) }).toEqual({
        code: 2,
        stdout: '',
        files: before,
      });
      expect(stderr).toMatch(
        /you have no right to write there\. The project is as it was\.[\s\S]*\(DiskRefused\)/,
      );
      expect(stderr).toContain(path === '.' ? root : join(root, path));
    });

    test.concurrent.each([
      ['the project', '.'],
      ['the folder that a chat mode is to leave', '.github/chatmodes'],
      ['the folder that it is to go to', '.github/agents'],
    ])('%s, and a migration leaves all as it is', async (_, path) => {
      const root = folder({
        '.github/chatmodes/planner.chatmode.md': '---\ndescription: Plans.\n---\n\nI plan.\n',
        '.github/agents/other.agent.md': '---\ndescription: Other.\n---\n\nI do.\n',
      });
      ownedByNobody(root);
      fs.chmodSync(join(root, path), 0o555);
      const before = filesIn(root);

      const { code, stderr } = await persona(root, ['migrate', '--yes'], asNobody);

      fs.chmodSync(join(root, path), 0o755);
      expect({ code, files: filesIn(root) }).toEqual({ code: 2, files: before });
      expect(stderr).toMatch(
        /you have no right to write there\. The project is as it was\.[\s\S]*\(DiskRefused\)/,
      );
    });

    test.concurrent('a file that may not be read is said to be so', async () => {
      const root = folder({ '.claude/agents/architect.md': 'mine\n' });
      ownedByNobody(root);
      fs.chmodSync(join(root, '.claude/agents/architect.md'), 0);

      const { code, stderr } = await persona(root, words, asNobody);

      fs.chmodSync(join(root, '.claude/agents/architect.md'), 0o644);
      expect({ code, files: filesIn(root) }).toEqual({
        code: 2,
        files: { '.claude/agents/architect.md': 'mine\n' },
      });
      expect(stderr).toContain('(DiskRefused)');
    });

    test.concurrent('a file that may only be read is replaced, for its folder may be written', async () => {
      const root = folder({ '.claude/agents/architect.md': 'mine\n' });
      ownedByNobody(root);
      fs.chmodSync(join(root, '.claude/agents/architect.md'), 0o444);

      const { code } = await persona(root, [...words, '--force'], asNobody);

      expect(code).toBe(0);
      expect(fs.statSync(join(root, '.claude/agents/architect.md')).mode & 0o777).toBe(0o444);
    });
  },
);

describe.skipIf(process.platform === 'win32')('a limit on the size of files (needs ulimit)', () => {
  test.concurrent.each([1, 2, 4, 8])('of %i KiB leaves the project as it was', async (most) => {
    const root = folder({ 'README.md': '# Mine\n' });
    const line = `ulimit -f ${most}; exec "${process.execPath}" "${program}" backend-dev`;

    const { code, stdout, stderr } = await ended('bash', ['-c', line], root);

    expect({ code, stdout, files: filesIn(root) }).toEqual({
      code: 2,
      stdout: '',
      files: { 'README.md': '# Mine\n' },
    });
    expect(stderr).toMatch(/The project is as it was\.[\s\S]*\(DiskRefused\)/);
  });
});

const disk = outside();
const isMounted =
  process.platform === 'linux' &&
  isRoot &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=96k', 'tmpfs', disk]).status === 0;

describe.skipIf(!isMounted)('a disk that is full (needs the right to mount one)', () => {
  afterAll(() => void spawnSync('umount', [disk]));
  beforeAll(() => fs.mkdirSync(join(disk, 'project')));

  test.each([0, 8, 24, 48, 64, 80])(
    'but for what %i KiB leave leaves the project as it was',
    async (used) => {
      const root = join(disk, 'project');
      write(root, { 'README.md': '# Mine\n', filler: Buffer.alloc(used * 1024) });
      const before = filesIn(root);

      const { code, stdout, stderr } = await persona(root, ['backend-dev']);

      expect({ code, stdout, files: filesIn(root) }).toEqual({
        code: 2,
        stdout: '',
        files: before,
      });
      expect(stderr).toMatch(/the disk is full\. The project is as it was\.[\s\S]*\(DiskRefused\)/);
    },
  );
});
