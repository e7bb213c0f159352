import { describe, expect, test } from 'vitest';
import { generators } from '../../generators/index.ts';
import { persona } from '../support/built.ts';
import { filesIn, folder } from '../support/disk.ts';

/** Each question that has no default, with what must be said before it comes up. */
const open = [
  ['persona', [], 'persona'],
  ['chatmode', [], 'persona'],
  ['instruction', [], 'name'],
  ['instruction', ['API errors', '--rules', 'a'], 'apply-to'],
  ['instruction', ['API errors', '--apply-to', 'src/**'], 'rules'],
  ['memory', [], 'name'],
  ['memory', ['A'], 'lesson'],
  ['prompt', [], 'name'],
  ['prompt', ['A'], 'purpose'],
  ['prompt', ['A', '--purpose', 'B'], 'steps'],
  ['spec', [], 'name'],
  ['spec', ['A'], 'summary'],
] as const;

describe('without a terminal a missing answer is a problem that names its flag:', () => {
  test.concurrent.each(open)('%s %j → --%s', async (generator, words, flag) => {
    const root = folder();

    const [told, json] = await Promise.all(
      [[], ['--json']].map((more) => persona(root, [generator, ...words, ...more])),
    );

    expect(told).toMatchObject({ code: 2, stdout: '' });
    expect(told!.stderr).toContain(`\`--${flag} …\``);
    expect(told!.stderr).toContain('Nothing was written.');
    expect(json).toMatchObject({ code: 2, stderr: '' });
    expect(JSON.parse(json!.stdout)).toMatchObject({ problem: { name: 'AnswerMissing' } });
    expect(filesIn(root)).toEqual({});
  });

  test.concurrent('create-persona alone is the persona generator', async () => {
    const { code, stderr } = await persona(folder(), []);

    expect(code).toBe(2);
    expect(stderr).toContain('`--persona …`');
  });
});

test.concurrent('every question has a flag of its name, which says the same as its place', async () => {
  const byPlace = folder();
  const byFlag = folder();

  const placed = await persona(byPlace, ['memory', 'A title', '--lesson', 'B']);
  const flagged = await persona(byFlag, ['memory', '--lesson=B', '--name=A title']);

  expect(placed).toEqual(flagged);
  expect(filesIn(byPlace)).toEqual(filesIn(byFlag));
  expect(
    generators
      .flatMap(({ questions }) => questions.map(({ name }) => name))
      .filter((name) => !/^[a-z-]+$/.test(name)),
  ).toEqual([]);
});
