import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { persona } from '../support/built.ts';
import { copyOf, filesIn, folder, write } from '../support/disk.ts';
import { moves, signalled } from '../support/signal.ts';

const words = ['architect', '--targets', 'claude'];

/** Whether `/proc` tells when a process began: only then is a number that was given twice found out. */
const hasProc = fs.existsSync('/proc/self/stat');

/** Wait for something that another process does. */
async function until(is: () => boolean): Promise<void> {
  while (!is()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('two runs in one folder', () => {
  test.each([1, 2, 3, 4])('at once both end well, and the folder is whole (%i)', async () => {
    const alone = folder();
    await persona(alone, words);
    const root = folder();

    const ends = await Promise.all([
      persona(root, words),
      persona(root, words),
      persona(root, words),
    ]);

    expect(ends.filter(({ code }) => code === 0)).not.toEqual([]);
    for (const { code, stderr } of ends)
      expect(`${code} ${stderr}`).toMatch(/^0 $|^2 [\s\S]*\(OtherRun\)/);
    expect(filesIn(root)).toEqual(filesIn(alone));
  });

  test('that write different things never lose what the other wrote', async () => {
    const root = folder();
    const both = [words, ['memory', 'Freeze the clock', '--lesson', 'Inject it']];

    const ends = await Promise.all(both.map((each) => persona(root, each)));
    const again = await Promise.all(
      both.map((each, nth) => (ends[nth]!.code === 0 ? undefined : persona(root, each))),
    );

    for (const { code, stderr } of ends)
      expect(`${code} ${stderr}`).toMatch(/^0 $|^2 [\s\S]*\(OtherRun\)/);
    expect(again.every((each) => each === undefined || each.code === 0)).toBe(true);
    const { files } = JSON.parse(filesIn(root)['.persona/manifest.json']!) as { files: object };
    const written = Object.keys(filesIn(root)).filter((path) => path !== '.persona/manifest.json');
    expect(Object.keys(files).toSorted()).toEqual(written.toSorted());
  });

  test('are told apart: the second is refused while the first lives, and the first goes on', async () => {
    const root = folder();
    const first = signalled('SIGSTOP', 4, moves, root, words);
    await until(() => fs.existsSync(join(root, '.persona')) && isStopped(first.pid));

    const second = await persona(root, ['devops', '--targets', 'claude']);
    process.kill(first.pid, 'SIGCONT');
    const { code } = await first.ended;

    expect(second).toMatchObject({ code: 2, stdout: '' });
    expect(second.stderr).toContain(`(process ${first.pid}) is writing here`);
    expect(code).toBe(0);
    expect(Object.keys(filesIn(root)).some((path) => path.includes('devops'))).toBe(false);
  });
});

const isStopped = (pid: number) =>
  !hasProc || /\) T /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));

describe('a desk that is found', () => {
  const left = folder();
  const desk = '.create-persona-desk';

  test.skipIf(!hasProc)(
    'with the number of a process that began at another time is nobody’s (needs /proc)',
    async () => {
      const root = copyOf(left);
      write(root, { [`${desk}/owner.json`]: JSON.stringify({ pid: process.pid, began: '1' }) });

      const { code, stderr } = await persona(root, words);

      expect(code).toBe(0);
      expect(stderr).toContain('An earlier run was cut off.');
    },
  );

  test('with the number of no process is nobody’s', async () => {
    const root = copyOf(left);
    const gone = signalled('SIGKILL', 1, ['mkdirSync'], folder(), words);
    await gone.ended;
    write(root, { [`${desk}/owner.json`]: JSON.stringify({ pid: gone.pid, began: '' }) });

    const { code } = await persona(root, words);

    expect(code).toBe(0);
    expect(fs.existsSync(join(root, desk))).toBe(false);
  });

  test('without an owner is that of a run which just begins, and of nobody two seconds later', async () => {
    const root = copyOf(left);
    fs.mkdirSync(join(root, desk));

    const early = await persona(root, words);
    fs.utimesSync(join(root, desk), 0, 0);
    const late = await persona(root, words);

    expect(early).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('(OtherRun)') as string,
    });
    expect(late.code).toBe(0);
  });

  test('with a journal that cannot be read is left to a person', async () => {
    const root = copyOf(left);
    write(root, {
      [`${desk}/owner.json`]: '{"pid":1073741824,"began":"1"}',
      [`${desk}/journal.json`]: '{',
    });
    const before = filesIn(root);

    const { code, stderr } = await persona(root, words);

    expect({ code, files: filesIn(root) }).toEqual({ code: 2, files: before });
    expect(stderr).toContain('(DeskBroken)');
  });
});
