import { existsSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { follow } from './follow.ts';
import type { Disk } from './disk.ts';

/** The disk below a project. What cannot be read is not there. */
export const realDisk = (root: string): Disk => ({
  real: (path) => follow(path, link),
  isFolder: (path) => or(false, () => statSync(path).isDirectory()),
  names: (folder) => or([], () => readdirSync(folder)),
  read: (path) => or(undefined, () => readFileSync(path, 'utf8')),
  // Asked of the disk itself: the same system has disks of both kinds.
  ignoresCase: existsSync(join(root, '.PERSONA')),
  isWindows: process.platform === 'win32',
  home: or('/', homedir).replaceAll('\\', '/'),
});

const link = (path: string) => or(undefined, () => readlinkSync(path).replaceAll('\\', '/'));

function or<T>(otherwise: T, ask: () => T): T {
  try {
    return ask();
  } catch {
    return otherwise;
  }
}
