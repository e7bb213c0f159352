import { beforeAll, describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { loadPython } from '../../src/python.ts';
import { loadTokenizer } from '../../src/tokens.ts';
import { findings } from '../support/checks.ts';

beforeAll(loadTokenizer);
beforeAll(loadPython);

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
