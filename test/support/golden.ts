import { join } from 'node:path';
import fs from 'fs-extra';
import { expect } from 'vitest';
import { filesIn } from './fixture.ts';

/**
 * Hold a set of files against a folder of the repository. `npm run golden` writes the folder anew;
 * what it changed is then read in the diff like any other change.
 */
export function expectGolden(files: Readonly<Record<string, string>>, folder: string): void {
  if (process.env['GOLDEN'] === 'write') {
    fs.emptyDirSync(folder);
    for (const [path, text] of Object.entries(files)) fs.outputFileSync(join(folder, path), text);
  }
  expect(files).toEqual(filesIn(folder));
}
