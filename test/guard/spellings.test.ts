import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide } from '../../src/guard/decide.ts';
import { realDisk } from '../../src/guard/real-disk.ts';
import { rulesOf } from '../../src/guard/rules.ts';
import { readPersona } from '../../src/persona.ts';
import { folder } from '../support/disk.ts';
import { files, personaText } from './attempts.ts';

const root = folder(files);
const path = '.persona/personas/keeper.md';
const world = {
  root,
  rules: rulesOf(readPersona(path, personaText), personaText),
  disk: realDisk(root),
};
const allows = (tool: string, input: object) =>
  decide({ tool, input: { ...input }, cwd: root, follows: true }, world).allows;

/** Ways of writing a path that lead to the same place. */
const detours = ['./', 'src/../', 'nowhere/../', './/./', 'docs/../src/../', '../project/'];
const spelt = (target: string) =>
  fc
    .tuple(fc.array(fc.constantFrom(...detours), { maxLength: 5 }), fc.boolean())
    .map(([before, isAbsolute]) => `${isAbsolute ? `${root}/` : ''}${before.join('')}${target}`);

test('a denied file is denied however its path is written, to a tool and to a command', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('frontend/app.ts', 'frontend/new/a.ts', 'docs/decisions/one.md').chain(spelt),
      fc.constantFrom(
        (text: string) => text,
        (text: string) => `'${text}'`,
        (text: string) => `"${text}"`,
      ),
      (given, quoted) => {
        expect(allows('Write', { file_path: given })).toBe(false);
        expect(allows('Bash', { command: `touch ${quoted(given)}` })).toBe(false);
      },
    ),
  );
});

test('a file that is not denied is not, however its path is written', () => {
  fc.assert(
    fc.property(fc.constantFrom('src/api.py', 'docs/guide.md').chain(spelt), (given) => {
      expect(allows('Write', { file_path: given })).toBe(true);
      expect(allows('Bash', { command: `touch '${given}'` })).toBe(true);
    }),
  );
});

test('no call whatever makes it throw', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('Write', 'Bash', 'apply_patch', 'mcp__github__x', 'powershell'),
      fc.dictionary(fc.constantFrom('file_path', 'command', 'input', 'path'), fc.anything()),
      (tool, input) => {
        expect(typeof allows(tool, input)).toBe('boolean');
      },
    ),
  );
});

test('no command line makes it throw', () => {
  const sign = fc.constantFrom(
    ...' \n;|&<>(){}$`"\'\\*?[]~#!=-/a'.split(''),
    'rm',
    'frontend',
    'if',
    'do',
    '<<E\n',
  );
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
      expect(typeof allows('Bash', { command: signs.join('') })).toBe('boolean');
    }),
    { numRuns: 500 },
  );
});
