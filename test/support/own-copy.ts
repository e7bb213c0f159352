import { execFile } from 'node:child_process';
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fs from 'fs-extra';

const root = join(import.meta.dirname, '../..');

/** Vitest tells its workers by the environment who they are; one that we start is not one of them. */
const bare = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST$|NODE_ENV$|GOLDEN$)/.test(name)),
);

/** This repository once more, to change as a contributor would. Whoever makes it removes it. */
export function ownCopy() {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'create-persona-units-')));
  const folders = [
    'src',
    'generators',
    'templates',
    'test',
    'build',
    'bench',
    'dist',
    'schemas',
    'docs',
  ];
  const files = [
    'package.json',
    'tsconfig.json',
    'biome.json',
    'vitest.config.ts',
    'plopfile.js',
    'package-lock.json',
  ];
  for (const each of [...folders, ...files]) fs.copySync(join(root, each), join(copy, each));
  fs.symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');

  /** A program of `node_modules`, or of the copy, run in it. */
  const run = (program: string, words: readonly string[] = [], env: NodeJS.ProcessEnv = {}) =>
    new Promise<{ code: number; out: string }>((resolve) => {
      const path = fs.existsSync(join(copy, program)) ? program : join('node_modules', program);
      const limits = { cwd: copy, env: { ...bare, ...env }, maxBuffer: 2 ** 26 };
      execFile(process.execPath, [join(copy, path), ...words], limits, (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: stdout + stderr }),
      );
    });
  return { copy, run };
}
