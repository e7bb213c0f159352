import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/guard/decide.ts';
import { realDisk } from '../../src/guard/real-disk.ts';
import { rulesOf } from '../../src/guard/rules.ts';
import { readPersona } from '../../src/persona.ts';
import { folder } from '../support/disk.ts';
import {
  type Attempt,
  commands,
  edits,
  files,
  folders,
  links,
  paths,
  personaText,
  rights,
  work,
} from './attempts.ts';

const root = folder(files);
for (const [path, to] of Object.entries(links)) symlinkSync(to, join(root, path));

const path = '.persona/personas/keeper.md';
const rules = rulesOf(readPersona(path, personaText), personaText);
const world = { root, rules, disk: realDisk(root) };

const placed = <T>(input: T): T =>
  JSON.parse(JSON.stringify(input).replaceAll('{root}', root)) as T;

test('the table is large enough to mean something', () => {
  expect([...paths, ...edits, ...rights, ...work, ...commands].length).toBeGreaterThan(150);
});

describe.each<[string, readonly Attempt[]]>([
  ['a path', paths],
  ['a tool that edits', edits],
  ['a server or a right', rights],
  ['daily work', work],
  ['a command', commands],
])('%s', (_, attempts) => {
  test.each(attempts)('%s', (_what, tool, input, denied) => {
    const verdict = decide({ tool, input: placed(input), cwd: root, follows: true }, world);

    expect(verdict).toEqual(
      denied === ''
        ? { allows: true }
        : { allows: false, says: expect.stringContaining(denied) as string },
    );
  });
});

test.each(folders)('it stands in %s', (_, cwd, path) => {
  const input = placed({ file_path: path });

  for (const [tool, given] of [
    ['Write', input],
    ['Bash', { command: `touch ${input.file_path}` }],
  ] as const)
    expect(decide({ tool, input: given, cwd: placed(cwd) }, world)).toMatchObject({
      allows: false,
      says: expect.stringContaining('denies `**/frontend/**`') as string,
    });
});
