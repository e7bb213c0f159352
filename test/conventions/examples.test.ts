import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeChecks } from '../../src/code-checks/index.ts';
import { reviewCode } from '../../src/convention-review.ts';
import type { Convention } from '../../src/convention.ts';
import { globMatcher } from '../../src/globs.ts';
import { shipped } from '../../src/shipped.ts';
import { run } from '../services/run.ts';
import { pythonTools } from '../stack/python.ts';
import { outside } from '../support/disk.ts';

/** What a convention says is what its check holds: both are shown the same examples. */
const tools = await pythonTools();
const held = shipped.conventions.flatMap((convention) => {
  const check = codeChecks.find(({ name }) => name === convention.check);
  return check === undefined ? [] : [{ id: convention.id, convention, check }];
});

const codeOf = (fence: string) => `${fence.split('\n').slice(1, -1).join('\n')}\n`;

const found = (convention: Convention, path: string, fence: string) =>
  reviewCode([{ path, text: codeOf(fence) }], [convention]);

describe.each(held)('$id', ({ convention, check }) => {
  test('applies to the file in which its examples would stand', () => {
    expect(globMatcher(convention.applies)(check.example)).toBe(true);
  });

  test('has nothing to say of its good example', async () => {
    expect(await found(convention, check.example, convention.good)).toEqual([]);
  });

  test('catches its bad example', async () => {
    const findings = await found(convention, check.example, convention.bad);
    expect(findings.filter(({ level }) => level === 'error')).not.toEqual([]);
    expect(
      findings.map(({ line, column, says, mend }) => `${line}:${column} ${says} ${mend}`),
    ).toMatchSnapshot();
  });
});

test('every convention says what holds it', () => {
  expect(shipped.conventions.filter(({ check }) => check === undefined)).toEqual([]);
});

test('every convention of generated code has a check, and says what the skeleton is without it', () => {
  const lacking = shipped.conventions.filter(
    ({ id, stack, skeleton }) =>
      /^(fastapi|python)$/.test(stack) &&
      (skeleton === undefined || !held.some((each) => each.id === id)),
  );
  expect(lacking).toEqual([]);
});

test('every check holds a convention of its name', () => {
  expect(held.filter(({ id, check }) => id !== check.name)).toEqual([]);
  expect(held.map(({ id }) => id).sort()).toEqual(codeChecks.map(({ name }) => name).sort());
});

/** ruff reads all good examples at once, each by the rules of its own convention. */
test.skipIf(!tools)(
  'ruff has nothing to say of a good example, by the rules of its convention',
  async () => {
    const { ruff } = await ruffOn('good');
    expect(ruff.filter(isByOwnRule).map(({ code, filename }) => `${filename}: ${code}`)).toEqual(
      [],
    );
  },
);

test.skipIf(!tools)('ruff catches each bad example that its rules know', async () => {
  const { ruff, ids } = await ruffOn('bad');
  const caught = new Set(ruff.filter(isByOwnRule).map(({ filename }) => idOf(filename)));
  expect(ids.filter((id) => !caught.has(id))).toEqual([]);
});

interface Said {
  readonly code: string;
  readonly filename: string;
}

const idOf = (filename: string) => /([\w-]+)\/[^/]+\.py$/.exec(filename)![1]!;
const rulesOf = (id: string) => held.find((each) => each.id === id)!.convention.ruff;

const isByOwnRule = ({ code, filename }: Said) =>
  rulesOf(idOf(filename)).some((rule) => code.startsWith(rule));

async function ruffOn(which: 'good' | 'bad') {
  const root = outside();
  const withRules = held.filter(({ convention }) => convention.ruff.length > 0);
  for (const { id, convention } of withRules) {
    const path = join(root, id, 'example.py');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, codeOf(convention[which]));
  }
  const rules = withRules.flatMap(({ convention }) => convention.ruff).join(',');
  const words = [
    'check',
    '--isolated',
    '--preview',
    '--select',
    rules,
    '--output-format',
    'json',
    '.',
  ];
  const { out } = await run(join(tools!, 'ruff'), words, root);
  const ids = withRules.map(({ id }) => id);
  return { ruff: JSON.parse(out.slice(out.indexOf('['))) as Said[], ids };
}
