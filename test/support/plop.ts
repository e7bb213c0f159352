import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { type Ended, ended, program } from './built.ts';
import { folder } from './disk.ts';

const repository = join(dirname(program), '..');

/** The command of plop's own package. */
const bin = join(repository, 'node_modules/plop/bin/plop.js');

/** A project that has plop and us as its packages, with the plopfile that we write. */
export function plopProject(): string {
  const root = folder({
    'package.json': '{ "name": "app", "type": "module" }\n',
    'plopfile.js': "export { default } from 'create-persona/plopfile';\n",
  });
  fs.mkdirSync(join(root, 'node_modules'));
  fs.symlinkSync(repository, join(root, 'node_modules/create-persona'));
  return root;
}

export const plop = (cwd: string, words: readonly string[]): Promise<Ended> =>
  ended(process.execPath, [bin, ...words], cwd);
