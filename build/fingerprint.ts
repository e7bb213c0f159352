import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A hash of all that a build is made from. The cache of `check` holds for one build only: two with
 * one version, as there are while we work, may find different things.
 */
export function fingerprintOf(root: string): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const folder of ['src', 'generators', 'templates']) {
    const paths = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort();
    for (const path of paths) {
      const place = join(root, folder, path);
      if (statSync(place).isFile()) hash.update(`${path}\0`).update(readFileSync(place));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
