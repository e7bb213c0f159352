import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptFiles } from '../../src/ignored.ts';
import { filesIn, folder, write } from '../support/disk.ts';

const names = fc.constantFrom('a', 'b', 'a.md', 'b.md', '.c', 'd e');
const paths = fc.array(names, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
const rules = fc.constantFrom(
  'a',
  '/a',
  'a/',
  '*.md',
  '!a.md',
  '!b',
  '**/b',
  'a/**',
  '/a/*',
  '!/a/b',
  '.c',
  'd e',
  'd\\ e',
  '# a',
  '',
  'b/a.md',
  '[ab].md',
  '?',
  '\\!a',
);

test('the files that are kept are those that git would know', () => {
  const root = folder();
  execFileSync('git', ['init', '-q'], { cwd: root });
  fc.assert(
    fc.property(
      fc.uniqueArray(paths, { minLength: 1, maxLength: 8 }),
      fc.dictionary(fc.constantFrom('', 'a/', 'b/', 'a/b/'), fc.array(rules, { maxLength: 4 })),
      (files, ignores) => {
        for (const name of Object.keys(filesIn(root)))
          if (!name.startsWith('.git/'))
            rmSync(join(root, name.split('/')[0]!), { recursive: true, force: true });
        const all = Object.fromEntries(
          [...files, ...Object.keys(ignores).map((at) => `${at}.gitignore`)]
            .filter((path, _, each) => !each.some((other) => other.startsWith(`${path}/`)))
            .map((path) => [
              path,
              `${(ignores[path.replace('.gitignore', '')] ?? []).join('\n')}\n`,
            ]),
        );
        write(root, all);

        const git = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
          cwd: root,
          encoding: 'utf8',
        });

        expect(keptFiles(root)).toEqual(git.split('\0').filter(Boolean).sort());
      },
    ),
    { numRuns: 150 },
  );
});
