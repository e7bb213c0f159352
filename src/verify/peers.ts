import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { existsSync } from 'node:fs';

/** The folder that this file is in, or the bundle that it became part of. */
const here = import.meta.dirname;

/**
 * Where an optional package is installed: in the project that we look at, or else beside us.
 *
 * @param name - of the package, or of a file in it
 */
export function findPeer(name: string, root: string): string | undefined {
  for (const from of [join(root, 'package.json'), join(here, 'index.js')]) {
    try {
      return createRequire(from).resolve(name);
    } catch {
      // Then it may be in the other place, or in none.
    }
  }
  return undefined;
}

/** https://www.npmjs.com/package/pyright */
export function pyrightInNode(root: string): readonly string[] | undefined {
  const about = findPeer('pyright/package.json', root);
  return about === undefined ? undefined : [process.execPath, join(dirname(about), 'index.js')];
}

/**
 * The words that run ruff's WebAssembly build, in a process of its own: V8 would take more than
 * five seconds to optimise it, and its flag that prevents that is for a whole process.
 */
export function ruffInNode(root: string): readonly string[] | undefined {
  const ruff = findPeer('@astral-sh/ruff-wasm-nodejs', root);
  const script = join(here, 'ruff-in-node.cjs');
  if (ruff === undefined || !existsSync(script)) return undefined;
  return [process.execPath, '--liftoff-only', script, ruff];
}
