import { globMatcher } from '../globs.ts';
import type { Disk } from './disk.ts';
import { isAbsolute } from './places.ts';

/** More names than that nobody thinks of one by one. */
export const most = 1024;

/** `{a,b}/c` as the shell writes it out; a range, or braces in braces, nobody needs to name a file. */
export function braces(text: string): readonly string[] | undefined {
  const open = /^([^{}]*)\{([^{}]*,[^{}]*)\}(.*)$/s.exec(text);
  if (/[$`]/.test(text)) return undefined;
  if (open === null) return /[{}]/.test(text) ? undefined : [text.replaceAll(/\\(.)|['"]/g, '$1')];
  const [, before, inner, after] = open;
  const rest = braces(after!);
  return (
    rest &&
    inner!
      .split(',')
      .flatMap((each) => rest.map((end) => (before! + each + end).replaceAll(/\\(.)|['"]/g, '$1')))
  );
}

/** The paths that are there for a glob, name by name as a shell goes through them. */
export function matches(glob: string, folder: string, disk: Disk): readonly string[] {
  const isRooted = isAbsolute(glob);
  let found: readonly string[] = [''];
  for (const [nth, name] of glob.split('/').entries()) {
    if (name === '') {
      if (nth === 0 && isRooted) found = ['/'];
      continue;
    }
    const bare = name.replaceAll(/\\(.)/g, '$1');
    if (!/(^|[^\\])[*?[({]/.test(name)) {
      found = found.map((path) => `${path}${path === '' || path.endsWith('/') ? '' : '/'}${bare}`);
      continue;
    }
    const takes = globMatcher([name]);
    found = found.flatMap((path) =>
      disk
        .names(path.startsWith('/') ? path : `${folder}/${path}`)
        .filter((each) => takes(each))
        .map((each) => `${path}${path === '' || path.endsWith('/') ? '' : '/'}${each}`),
    );
    if (found.length > most) return found.slice(0, most);
  }
  return found;
}
