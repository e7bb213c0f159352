import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the person's caches of ours stand. Somebody without a home, such as a number that a
 * container runs as, keeps them among the temporary files.
 * https://specifications.freedesktop.org/basedir-spec/latest/
 */
export function cacheFolder(): string {
  const { XDG_CACHE_HOME: own, LOCALAPPDATA: windows } = process.env;
  return join(own || windows || atHome(), 'create-persona');
}

function atHome(): string {
  try {
    return join(homedir(), '.cache');
  } catch {
    return tmpdir();
  }
}
