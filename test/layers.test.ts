import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The layers from the ground up. A file may import from its own layer or from one below. */
const layers = [
  [
    'src/stages.ts',
    'src/words.ts',
    'src/nearest.ts',
    'src/reserved.ts',
    'src/capability.ts',
    'src/globs.ts',
    'src/engine.ts',
    'src/version.ts',
    'src/fix.ts',
  ],
  [
    'src/problems.ts',
    'src/text/',
    'src/front-matter.ts',
    'src/scope.ts',
    'src/launch.ts',
    'src/reading.ts',
    'src/secrets.ts',
    'src/tree.ts',
    'src/ignored.ts',
    'src/kept-tree.ts',
    'src/baseline.ts',
    'src/color.ts',
    'src/server.ts',
    'src/servers.json',
    'src/models.json',
    'src/vocabulary.ts',
    'src/command-words.json',
  ],
  [
    'src/render.ts',
    'src/precompile.ts',
    'src/desk/',
    'src/commit.ts',
    'src/parts.ts',
    'src/report.ts',
    'src/failure.ts',
    'src/manifest.ts',
    'src/project.ts',
  ],
  [
    'src/persona.ts',
    'src/convention.ts',
    'src/instruction.ts',
    'src/rights/',
    'src/config.ts',
    'src/config-schema.ts',
    'src/glob-schema.ts',
    'src/target.ts',
    'src/enforcement.ts',
    'src/grant.ts',
    'src/place.ts',
    'src/strict.ts',
    'src/homeless.ts',
    'src/project-code.ts',
    'src/reader.ts',
    'src/readers/',
    'src/rights-table.ts',
  ],
  [
    'src/shipped.ts',
    'src/python/',
    'src/cost/',
    'src/check.ts',
    'src/once-per-tree.ts',
    'src/code-check.ts',
    'src/suppression.ts',
    'src/suppress.ts',
    'src/reporter.ts',
    'src/generator.ts',
    'src/importer.ts',
    'src/given-files.ts',
    'src/targets/',
    'src/questions.ts',
    'src/head-place.ts',
    'src/agents/',
    'src/facts/',
    'src/gate.ts',
    'src/ruff-options.ts',
  ],
  [
    'src/command.ts',
    'src/arguments.ts',
    'src/answers.ts',
    'src/completion.ts',
    'src/ask.ts',
    'src/workspace.ts',
    'src/intake/',
    'src/importers/',
    'src/migration/',
    'src/checks/',
    'src/code-checks/',
    'src/convention-review.ts',
    'src/held-by.ts',
    'src/plan-code.ts',
    'src/plan-secrets.ts',
    'src/reporters/',
    'src/gates/',
    'src/compose/',
    'src/guard/',
  ],
  [
    'src/help.ts',
    'src/build.ts',
    'src/explain-target.ts',
    'src/commands/',
    'src/review/',
    'src/verify/',
  ],
  ['src/make.ts', 'src/try-out.ts', 'src/cli.ts', 'src/plop.ts'],
  ['generators/'],
  ['src/entry/'],
];

const root = normalize(join(import.meta.dirname, '..'));
const layerOf = (path: string) =>
  layers.findIndex((layer) => layer.some((place) => path.startsWith(place)));

const files = ['src', 'generators'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(folder, path).replaceAll('\\', '/')),
);

test('every place in the layers is there', () => {
  expect(layers.flat().filter((place) => !existsSync(join(root, place)))).toEqual([]);
});

const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

const importsOf = (file: string) =>
  [...textOf(file).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path]) =>
    join(dirname(file), path!).replaceAll('\\', '/'),
  );

test.each(files)('%s imports nothing from above', (file) => {
  expect(layerOf(file), 'give it a layer in test/layers.test.ts').toBeGreaterThanOrEqual(0);
  expect(importsOf(file).filter((path) => layerOf(path) > layerOf(file))).toEqual([]);
});

/** A folder is one thing to whoever imports from it, so a way out of it and back is a circle too. */
const blockOf = (file: string) => /^(generators|src\/[^/]+)\//.exec(file)?.[1] ?? file;

test('no file and no folder imports itself by way of others', () => {
  const ways = new Map<string, Set<string>>();
  for (const file of files) {
    const from = blockOf(file);
    const to = importsOf(file)
      .map(blockOf)
      .filter((block) => block !== from);
    ways.set(from, new Set([...(ways.get(from) ?? []), ...to]));
  }

  // Whoever imports only what has been taken away can be taken away: what is left stands in a circle.
  const left = new Map(ways);
  for (let before = 0; before !== left.size; ) {
    before = left.size;
    for (const [block, to] of left) if (![...to].some((each) => left.has(each))) left.delete(block);
  }

  expect([...left.keys()]).toEqual([]);
});

/** Each package has one home. Whoever wants what it does asks that file. */
const homes: Readonly<Record<string, readonly string[]>> = {
  diff: ['src/text/diff.ts'],
  'fs-extra': ['src/desk/take-back.ts'],
  'jsonc-parser': ['src/enforcement.ts', 'src/text/json-text.ts'],
  'gpt-tokenizer': ['src/cost/tokens.ts', 'src/cost/encoding.ts'],
  'gray-matter': ['src/front-matter.ts'],
  handlebars: ['src/render.ts', 'src/precompile.ts'],
  ignore: ['src/ignored.ts'],
  inquirer: ['src/ask.ts'],
  picocolors: ['src/color.ts'],
  picomatch: ['src/globs.ts'],
  pluralize: ['src/compose/fastapi/names.ts'],
  plop: ['src/plop.ts', 'src/entry/plopfile.ts', 'src/entry/contributor.ts'],
  'smol-toml': [
    'src/project.ts',
    'src/checks/data-blocks-parse.ts',
    'src/ruff-options.ts',
    'src/text/toml.ts',
  ],
  'web-tree-sitter': ['src/python/parser.ts'],
  yaml: ['src/text/yaml.ts'],
  '@secretlint/core': ['src/secrets.ts'],
  '@secretlint/secretlint-rule-preset-recommend': ['src/secrets.ts'],
  valibot: [
    'src/persona.ts',
    'src/convention.ts',
    'src/instruction.ts',
    'src/config.ts',
    'src/config-schema.ts',
    'src/glob-schema.ts',
  ],
  unbash: ['shell', 'builtins', 'found', 'words'].map((part) => `src/guard/${part}.ts`),
};

test.each(Object.entries(homes))('only the home of %s imports it', (name, home) => {
  const imports = new RegExp(`(from|import\\() ?'${name}(/[^']*)?'`);
  expect(files.filter((file) => imports.test(textOf(file)) && !home.includes(file))).toEqual([]);
});

describe('the shelves', () => {
  const units = files.filter(
    (file) =>
      /^(generators|src\/(checks|code-checks|targets|reporters|importers))\//.test(file) &&
      !file.endsWith('index.ts'),
  );

  test.each(units)('%s touches neither the disk, nor a prompt, nor a neighbour', (file) => {
    const neighbours = importsOf(file).filter(
      (path) => dirname(path) === dirname(file) && path.endsWith('.ts'),
    );
    expect(neighbours).toEqual([]);
    expect(textOf(file)).not.toMatch(/from '(node:fs|fs-extra|plop|inquirer)'/);
  });
});

/**
 * The desk writes to the project; the cache to its own folder, and nothing is lost with it; the
 * scratch folder is among the system's temporary files, and gone with the run that made it.
 */
test('only the files of the desk, the cache and the scratch folder write to the disk', () => {
  const writes =
    /\b(writeFile|appendFile|mkdir|mkdtemp|rename|rm|unlink|copyFile|outputFile|ensureDir|remove)(Sync)?\(/;
  const writers = files.filter(
    (file) =>
      /'(node:fs|node:fs\/promises|fs-extra)'/.test(textOf(file)) && writes.test(textOf(file)),
  );
  expect(writers.sort()).toEqual([
    'src/desk/desk.ts',
    'src/desk/journal.ts',
    'src/desk/take-back.ts',
    'src/entry/load-fast.ts',
    'src/review/cache.ts',
    'src/verify/scratch.ts',
  ]);
});

test('nothing ends the process by force', () => {
  expect(files.filter((file) => /process\.exit\(/.test(textOf(file)))).toEqual([]);
});

test('no file has a name that says nothing', () => {
  expect(
    files.filter((file) => /(^|\/)(utils?|helpers?|common|shared|lib|misc)(\.|\/)/.test(file)),
  ).toEqual([]);
});

test('no file is longer than 400 lines', () => {
  expect(files.filter((file) => textOf(file).split('\n').length > 400)).toEqual([]);
});
