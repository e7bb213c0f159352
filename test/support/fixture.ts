import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fs from 'fs-extra';
import { onTestFinished } from 'vitest';
import { diskTree } from '../../src/tree.ts';

/** A folder with these files in it, gone when the test is over. */
export function folder(files: Readonly<Record<string, string>> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'create-persona-')));
  for (const [path, text] of Object.entries(files)) fs.outputFileSync(join(root, path), text);
  onTestFinished(() => fs.removeSync(root));
  return root;
}

/** The files of a folder, to be compared with `toEqual`. */
export function filesIn(root: string): Record<string, string> {
  const tree = diskTree(root);
  return Object.fromEntries(tree.paths().map((path) => [path, tree.read(path)!]));
}
