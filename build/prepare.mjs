/**
 * What npm runs as `prepare`: before a package is made of this folder, and after `npm install` in it.
 *
 * `npm install --global git+…` (so pre-commit installs a hook of `language: node`, see install_environment
 * in https://github.com/pre-commit/pre-commit/blob/main/pre_commit/languages/node.py) runs it in a fresh
 * clone too, whose own packages npm was to install before. It hands `global` on to that installation as
 * well, though, which then puts them elsewhere; so they are installed here, by us.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Run npm here, whatever the npm that started us was told about places. */
function npm(...words) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_config_(global|location|prefix|install_links)$/i.test(name),
    ),
  );
  const script = process.env['npm_execpath'];
  const [program, first] = script?.endsWith('js') ? [process.execPath, [script]] : ['npm', []];
  const { status } = spawnSync(program, [...first, ...words], {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: program === 'npm' && process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

const hasTools = ['tsx', 'esbuild', 'typescript'].every((name) =>
  existsSync(join(root, 'node_modules', name)),
);
if (!hasTools) {
  if (process.env['npm_config_global'] !== 'true') {
    console.error(
      'What builds create-persona is not installed here: run `npm install --include=dev`.',
    );
    process.exit(1);
  }
  // Without scripts: ours is the one that runs.
  npm('install', '--include=dev', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund');
}
npm('run', 'build');
npm('run', 'build:types');
