import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { shippedModule } from './shipped.ts';

/**
 * Bundle what we publish into dist/: one launcher, and modules that are split so that prompts, the
 * tokenizer and the template compiler are only read from the disk when a run needs them.
 */
const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

const precompiled: Plugin = {
  name: 'precompiled',
  setup: ({ onLoad }) => onLoad({ filter: /src[\\/]shipped\.ts$/ }, () => ({ contents: shippedModule(root), loader: 'js' })),
};

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  outdir: 'dist',
  logLevel: 'warning',
  legalComments: 'none',
  // gray-matter can run front matter that is a program; `src/front-matter.ts` never lets it.
  logOverride: { 'direct-eval': 'silent' },
} as const;

for (const old of ['create-persona.cjs', 'create-persona.js', 'library.js', 'plopfile.js', 'contributor.js', 'chunks']) {
  rmSync(join(root, 'dist', old), { recursive: true, force: true });
}

await build({
  ...common,
  entryPoints: ['src/entry/create-persona.ts', 'src/entry/library.ts', 'src/entry/plopfile.ts'],
  format: 'esm',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  plugins: [precompiled],
  // Packages in CommonJS ask for node's own modules with `require`.
  banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
  external: ['inquirer', 'gpt-tokenizer', 'gpt-tokenizer/*'],
});

await build({
  ...common,
  entryPoints: [{ in: 'src/entry/launch.ts', out: 'create-persona' }],
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { VERSION: JSON.stringify(version) },
  banner: { js: '#!/usr/bin/env node' },
  external: ['./create-persona.ts'],
  plugins: [{ name: 'next-door', setup: ({ onResolve }) => onResolve({ filter: /\/create-persona\.ts$/ }, () => ({ path: './create-persona.js', external: true })) }],
});
chmodSync(join(root, 'dist', 'create-persona.cjs'), 0o755);
