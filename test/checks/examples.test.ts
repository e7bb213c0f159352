import { beforeAll, describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { takeWanted } from '../../src/engine.ts';
import { loadTokenizer } from '../../src/cost/tokens.ts';
import { findings } from '../support/checks.ts';

beforeAll(loadTokenizer);

/** What the checks leave word for: a parser, a detector. Then they are asked again. */
beforeAll(async () => {
  for (const check of checks) findings(check, check.bad);
  for (const load of takeWanted()) await load();
});

describe.each(checks)('$name', (check) => {
  test('has nothing to say of its good example', () => {
    expect(findings(check, check.good)).toEqual([]);
  });

  test('has this to say of its bad example', () => {
    expect(findings(check, check.bad)).not.toEqual([]);
    expect(findings(check, check.bad)).toMatchSnapshot();
  });
});

test('every check has a name of its own', () => {
  expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length);
});
