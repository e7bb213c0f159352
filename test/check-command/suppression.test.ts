import { expect, test } from 'vitest';
import { inspect, textFile } from '../../src/check.ts';
import { allChecks } from '../../src/review/checking.ts';
import { noConfig } from '../../src/config.ts';
import { placeOf } from '../../src/place.ts';
import { sift } from '../../src/review/sift.ts';
import { suppressionsAreUsed } from '../../src/suppress.ts';
import { targets } from '../../src/targets/index.ts';
import { memoryTree } from '../../src/tree.ts';

const known = allChecks.map(({ name }) => name);

/** What is left of the findings of an agent, in short. */
function left(
  text: string,
  ran = allChecks.filter(({ name }) => /references|suppressions|description/.test(name)),
) {
  const path = '.claude/agents/a.md';
  const file = textFile(path, text, placeOf(path, targets)!);
  const context = { tree: memoryTree({ [path]: text }), targets, personas: new Map() };
  return sift(file, inspect(ran, file, context), noConfig, ran, known).map(
    ({ check, line, column }) => `${check} ${line}:${column}`,
  );
}

const ignore = '<!-- create-persona-ignore references-resolve: the build writes it -->';
const head = '---\nname: a\ndescription: Writes tests. Use when code changes.\n---\n';

test.each([
  ['the next line', `${ignore}\n[a](a.json)\n`, []],
  ['its own line', `[a](a.json) ${ignore}\n`, []],
  [
    'no line further on',
    `${ignore}\nText.\n[a](a.json)\n`,
    ['suppressions-are-used 5:1', 'references-resolve 7:1'],
  ],
  [
    'the whole file',
    `[a](a.json)\n\n${ignore.replace('ignore', 'ignore-file')}\n\n[b](b.json)\n`,
    [],
  ],
  ['several checks', `${ignore.replace(':', ', text-is-clean:')}\n[a](a.json)\n`, []],
  [
    'nothing where there is no reason',
    `${ignore.replace(/:.*build writes it/, '')}\n[a](a.json)\n`,
    ['suppressions-are-used 5:1', 'references-resolve 6:1'],
  ],
  [
    'nothing where no check is named',
    `<!-- create-persona-ignore -->\n[a](a.json)\n`,
    ['suppressions-are-used 5:1', 'references-resolve 6:1'],
  ],
  [
    'nothing where there is no such check',
    `${ignore.replace('resolve', 'resolv')}\n[a](a.json)\n`,
    ['suppressions-are-used 5:1', 'references-resolve 6:1'],
  ],
  ['nothing where there is nothing', `${ignore}\nText.\n`, ['suppressions-are-used 5:1']],
  [
    'nothing in an example',
    `\`\`\`md\n${ignore}\n[a](a.json)\n\`\`\`\n\nWrite \`${ignore}\` above it.\n`,
    [],
  ],
])('a suppression speaks of %s', (_, body, expected) => {
  expect(left(`${head}${body}`)).toEqual(expected);
});

test.each([
  [
    'the next line',
    '# create-persona-ignore description-fits: another tool wrote it\ndescription: ""\n',
  ],
  [
    'its own line',
    'description: "" # create-persona-ignore description-fits: another tool wrote it\n',
  ],
  [
    'the whole file',
    'description: ""\n# create-persona-ignore-file description-fits: another tool wrote it\n',
  ],
])('in front matter a suppression speaks of %s', (_, key) => {
  const ran = allChecks.filter(({ name }) => /description|suppressions/.test(name));
  expect(left(`---\nname: a\n${key.replace(/#.*\n/, '\n')}---\nText.\n`, ran)).not.toEqual([]);

  expect(left(`---\nname: a\n${key}---\nText.\n`, ran)).toEqual([]);
});

test('what a check that did not run would have said is not known', () => {
  const ran = allChecks.filter(({ name }) => name === 'suppressions-are-used');

  expect(left(`${head}${ignore}\nText.\n`, ran)).toEqual([]);
});

test('its own examples are as it says', () => {
  const { good, bad } = suppressionsAreUsed;

  expect(
    left(
      good.text,
      allChecks.filter(({ name }) => /references|suppr|clean/.test(name)),
    ),
  ).toEqual([]);
  expect(
    left(
      bad.text,
      allChecks.filter(({ name }) => /references|suppr|clean/.test(name)),
    ),
  ).toEqual(['suppressions-are-used 3:1', 'references-resolve 4:5', 'suppressions-are-used 5:1']);
});

test.each(['<!-- create-persona-ignore', '<!--'])('no line takes long: %s', (begin) => {
  const start = performance.now();

  left(`${head}${begin}${' '.repeat(20_000)}x: create-persona-ignore\n`);

  expect(performance.now() - start).toBeLessThan(1000);
});
