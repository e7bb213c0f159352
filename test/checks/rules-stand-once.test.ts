import { expect, test } from 'vitest';
import check from '../../src/checks/rules-stand-once.ts';
import { claude, findings, marks } from '../support/checks.ts';

const rule = '- Never change a migration that has been released\n';
const next = '- Always write a test before the code that it is for\n';

test.each([
  ['once', rule, []],
  ['twice', `${rule}\nText.\n\n${rule}`, ['info 5:1']],
  ['twice, but for its last sign', `${rule}\n${rule.trim()}.\n`, ['info 3:1']],
  ['a short line', '- Run the tests\n\n- Run the tests\n', []],
  ['a short rule in one list', '- Never push to main.\n- Never push to main\n', ['info 2:1']],
  [
    'a short rule in two lists',
    '## A\n\n- Never push to main\n\n## B\n\n- Never push to main\n',
    [],
  ],
  ['a step that is taken twice', '1. Run all the tests\n2. Mend\n3. Run all the tests\n', []],
  ['a checklist repeats', `${rule}\n- [ ] Never change a migration that has been released\n`, []],
  ['a whole list', `${rule}${next}\n## B\n\n${rule}${next}`, ['info 6:1']],
  [
    'the same work for the same persona',
    '- Design of the architecture (consult `architect`)\n- Architecture (consult `architect`)\n',
    ['info 2:1'],
  ],
  [
    'other work for the same persona',
    '- Architecture (consult `architect`)\n- Naming (consult `architect`)\n',
    [],
  ],
  [
    'the same work for another persona',
    '- Architecture (consult `architect`)\n- Architecture (consult `designer`)\n',
    [],
  ],
])('%s', (_, text, expected) => {
  expect(marks(check, claude(text))).toEqual(expected);
});

test('says how far a list was repeated', () => {
  const [finding] = findings(check, claude(`${rule}${next}\n## B\n\n${rule}${next}`));
  expect(finding?.says).toBe(
    'The rules from here to line 7 stand on lines 1 to 2 already, in the same words.',
  );
});
