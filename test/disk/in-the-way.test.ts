import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { persona } from '../support/built.ts';
import { filesIn, folder, outside } from '../support/disk.ts';

const words = ['architect', '--targets', 'claude'];
const agent = '.claude/agents/architect.md';

const link = (root: string, path: string, to: string) => {
  fs.mkdirSync(join(root, path, '..'), { recursive: true });
  fs.symlinkSync(to, join(root, path));
};

describe('a link', () => {
  test.concurrent.each([['.claude'], ['.claude/agents'], ['.persona']])(
    'out of the project at %s is refused',
    async (path) => {
      const root = folder({ 'README.md': '# Mine\n' });
      const elsewhere = outside();
      link(root, path, elsewhere);
      const before = filesIn(root);

      const ends = await Promise.all(
        [words, [...words, '--force']].map((each) => persona(root, each)),
      );

      for (const { code, stderr } of ends) {
        expect(code).toBe(2);
        expect(stderr).toMatch(
          /leads out of the project\. Nothing was written\.[\s\S]*\(PathOutside\)/,
        );
      }
      expect({ here: filesIn(root), there: filesIn(elsewhere) }).toEqual({
        here: before,
        there: {},
      });
    },
  );

  test.concurrent('to a folder beside the project, whose name begins alike, is refused', async () => {
    const root = folder();
    fs.mkdirSync(`${root}-too`);
    link(root, '.claude', '../project-too');

    const { code, stderr } = await persona(root, words);

    expect({ code, there: filesIn(`${root}-too`) }).toEqual({ code: 2, there: {} });
    expect(stderr).toContain('(PathOutside)');
  });

  test.concurrent('to another folder of the project is followed', async () => {
    const root = folder({ 'tools/claude/note.md': 'mine\n' });
    link(root, '.claude', 'tools/claude');

    const { code } = await persona(root, words);

    expect(code).toBe(0);
    expect(Object.keys(filesIn(root))).toContain('tools/claude/agents/architect.md');
    expect(fs.readlinkSync(join(root, '.claude'))).toBe('tools/claude');
  });

  test.concurrent('to the project is no way out of it', async () => {
    const root = folder();
    const alias = join(outside(), 'project');
    fs.symlinkSync(root, alias);

    const { code } = await persona(outside(), [...words, '--dir', alias]);

    expect(code).toBe(0);
    expect(Object.keys(filesIn(root))).toContain(agent);
  });

  test.concurrent('to nowhere is refused', async () => {
    const root = folder();
    link(root, '.claude', 'gone');
    const before = filesIn(root);

    const { code, stderr } = await persona(root, words);

    expect({ code, files: filesIn(root) }).toEqual({ code: 2, files: before });
    expect(stderr).toContain('(PlaceTaken)');
  });

  test.concurrent.each([
    ['to a file outside', true],
    ['to a file inside', false],
  ])('where a file must be, %s, is refused', async (_, isOutside) => {
    const root = folder({ 'mine.md': 'mine\n' });
    const target = isOutside ? join(outside(), 'theirs.md') : join(root, 'mine.md');
    fs.writeFileSync(target, 'mine\n');
    link(root, agent, target);
    const before = filesIn(root);

    const ends = await Promise.all(
      [words, [...words, '--force']].map((each) => persona(root, each)),
    );

    for (const { code, stderr } of ends) {
      expect(code).toBe(2);
      expect(stderr).toContain('(PlaceTaken)');
    }
    expect({ files: filesIn(root), text: fs.readFileSync(target, 'utf8') }).toEqual({
      files: before,
      text: 'mine\n',
    });
  });
});

describe('nothing is written, by force either, where there is', () => {
  test.concurrent.each([
    ['a folder where a file must be', { [`${agent}/note.md`]: 'mine\n' }, agent],
    ['a file where a folder must be', { '.claude': 'mine\n' }, '.claude is a file'],
    [
      'a file where a deeper folder must be',
      { '.claude/agents': 'mine\n' },
      '.claude/agents is a file',
    ],
    ['a file where our own folder must be', { '.persona': 'mine\n' }, '.persona is a file'],
    [
      'a folder where the manifest must be',
      { '.persona/manifest.json/x': 'mine\n' },
      '.persona/manifest.json',
    ],
  ])('%s', async (_, files, says) => {
    const root = folder(files);

    const ends = await Promise.all(
      [words, [...words, '--force']].map((each) => persona(root, each)),
    );

    for (const { code, stdout, stderr } of ends) {
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(says);
      expect(stderr).toContain('(PlaceTaken)');
    }
    expect(filesIn(root)).toEqual(files);
  });
});
