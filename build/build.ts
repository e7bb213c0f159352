import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build, type Plugin, transform } from 'esbuild';
import { commandWords } from './command-words.ts';
import { conventionsPage } from './conventions-page.ts';
import { checksPage } from './docs.ts';
import { generators as agentFiles } from '../src/entry/agent-files.ts';
import { shipped } from '../src/shipped.ts';
import { fingerprintOf } from './fingerprint.ts';
import { configJsonSchema, personaJsonSchema } from './schema.ts';
import { shippedShelf } from './shipped.ts';

/**
 * Bundle what we publish into dist/.
 *
 *   create-persona.cjs   the launcher: answers --version, or loads main.cjs
 *   reviewer.cjs         a thread of `check`: loads main.cjs too
 *   guard.cjs            the program of the hooks, which loads nothing else
 *   agent-files.cjs      the part of main.cjs that makes agent files
 *   main.cjs             the command line; CommonJS, for node loads that 15 ms sooner than ES modules
 *   ruff-in-node.cjs     a program of its own, started by `verify` where ruff itself is not installed
 *   stacks.cjs           templates of code, for the runs that write some
 *   tree-sitter-python.wasm   the grammar of Python, and its licence
 *   library.js, plopfile.js, contributor.js and chunks/   ES modules, for those who import us
 */
const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
};

// First, for it is among what the bundles and their fingerprint are made from.
writeFileSync(join(root, 'src', 'command-words.json'), commandWords());

const shelf = await shippedShelf(root);

const precompiled = (here: string): Plugin => ({
  name: 'precompiled',
  setup: ({ onLoad }) =>
    onLoad({ filter: /src[\\/]shipped\.ts$/ }, () => ({
      contents: shelf.module(here),
      loader: 'js',
    })),
});

/**
 * js-yaml 3 has a type `!!js/function`, for which it looks for a JavaScript parser at every start.
 * gray-matter never asks for that type; without it the parser is neither looked for nor loaded.
 */
const yamlWithoutPrograms: Plugin = {
  name: 'yaml-without-programs',
  setup: ({ onLoad }) =>
    onLoad({ filter: /js-yaml[\\/]lib[\\/]js-yaml[\\/]type[\\/]js[\\/]function\.js$/ }, () => ({
      contents:
        "module.exports = new (require('../../type'))('tag:yaml.org,2002:js/function', { kind: 'scalar', resolve: () => false });",
    })),
};

/** The template compiler is one of those; the runtime beside it is needed by every run. */
const compilerOutside: Plugin = {
  name: 'compiler-outside',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^handlebars$/ }, ({ path }) => ({ path, external: true })),
};

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  outdir: 'dist',
  logLevel: 'warning',
  legalComments: 'none',
  // What its `main` points at cannot be bundled.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  // Loaded only by the runs that need them, from the dependencies of whoever installed us.
  external: [
    'inquirer',
    'gpt-tokenizer',
    'gpt-tokenizer/*',
    'diff',
    'fs-extra',
    'ignore',
    'web-tree-sitter',
    'yaml',
    '@secretlint/*',
  ],
  define: { VERSION: JSON.stringify(version), BUILD: JSON.stringify(fingerprintOf(root)) },
  minifySyntax: true,
  minifyWhitespace: true,
  // Node has known `\p{…}` since version 10. Without this a literal becomes a `new RegExp` at each call.
  supported: { 'regexp-unicode-property-escapes': true },
  // gray-matter can run front matter that is a program; `src/front-matter.ts` never lets it.
  logOverride: { 'direct-eval': 'silent', 'empty-import-meta': 'silent' },
} as const satisfies BuildOptions;

for (const old of [
  'create-persona.cjs',
  'main.cjs',
  'agent-files.cjs',
  'reviewer.cjs',
  'guard.cjs',
  'ruff-in-node.cjs',
  'library.js',
  'plopfile.js',
  'contributor.js',
  'shipped.json',
  'stacks.cjs',
  'chunks',
]) {
  rmSync(join(root, 'dist', old), { recursive: true, force: true });
}

mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(join(root, 'dist', 'shipped.json'), shelf.data);
writeFileSync(
  join(root, 'dist', 'stacks.cjs'),
  (await transform(shelf.stacks, { minifySyntax: true, minifyWhitespace: true })).code,
);
// Of the package that they come from nobody else needs anything, and it has a script that runs when it is installed.
const grammar = join(root, 'node_modules', 'tree-sitter-python');
for (const [from, to] of [
  ['tree-sitter-python.wasm', 'tree-sitter-python.wasm'],
  ['LICENSE', 'tree-sitter-python.LICENSE'],
] as const)
  copyFileSync(join(grammar, from), join(root, 'dist', to));
writeFileSync(join(root, 'schemas', 'persona.schema.json'), personaJsonSchema());
writeFileSync(join(root, 'schemas', 'config.schema.json'), configJsonSchema());
writeFileSync(join(root, 'docs', 'checks.md'), await checksPage());
writeFileSync(join(root, 'docs', 'conventions.md'), conventionsPage());

await build({
  ...common,
  entryPoints: ['src/entry/library.ts', 'src/entry/plopfile.ts', 'src/entry/contributor.ts'],
  plugins: [precompiled('import.meta.dirname'), yamlWithoutPrograms, compilerOutside],
  format: 'esm',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  // Packages in CommonJS ask for node's own modules with `require`.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
});

const lines = await build({
  ...common,
  // A third of the bytes that node must read at every start.
  minifyIdentifiers: true,
  entryPoints: [
    { in: 'src/entry/create-persona.ts', out: 'main' },
    { in: 'src/entry/agent-files.ts', out: 'agent-files' },
  ],
  plugins: [precompiled('__dirname'), yamlWithoutPrograms, compilerOutside],
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { ...common.define, 'import.meta.dirname': '__dirname' },
  write: false,
});
for (const { path, text } of lines.outputFiles) writeFileSync(path, importingThroughLauncher(text));

await build({
  ...common,
  entryPoints: [{ in: 'src/entry/guard.ts', out: 'guard' }],
  plugins: [yamlWithoutPrograms],
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
});

const hashOf = (name: string) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'dist', name)))
    .digest('hex')
    .slice(0, 16);

await build({
  ...common,
  entryPoints: [
    { in: 'src/entry/launch.ts', out: 'create-persona' },
    { in: 'src/entry/reviewer.ts', out: 'reviewer' },
    { in: 'src/entry/ruff-in-node.ts', out: 'ruff-in-node' },
  ],
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: {
    ...common.define,
    MAIN: JSON.stringify(hashOf('main.cjs')),
    GUARD: JSON.stringify(hashOf('guard.cjs')),
    AGENT_FILES: JSON.stringify(hashOf('agent-files.cjs')),
    WORDS: JSON.stringify([
      ...agentFiles.map(({ name }) => name),
      ...shipped.personas.map(({ id }) => id),
    ]),
  },
  banner: { js: '#!/usr/bin/env node' },
});
chmodSync(join(root, 'dist', 'create-persona.cjs'), 0o755);

/**
 * The command line may be run from code that V8 kept (`src/entry/load-fast.ts`), and node then does
 * not know for whom an `import()` is. So it goes through the launcher, whose own `import()` works.
 */
function importingThroughLauncher(text: string): string {
  const own = 'const importHere = module.importHere ?? ((name) => import(name));\n';
  return text
    .replace('"use strict";', (strict) => strict + own)
    .replaceAll(/\bimport\((["'][^"']+["'])\)/g, 'importHere($1)');
}
