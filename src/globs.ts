import picomatch from 'picomatch';

/** Why a glob is none, or nothing where it is one. */
export function globFault(glob: string): string | undefined {
  if (glob.trim() === '') return 'it is empty';
  if (glob !== glob.trim()) return 'it begins or ends with a space';
  if (/^([a-z]:|\/|~)/i.test(glob))
    return 'it is an absolute path, and globs count from the project';
  if (/\\(?![[\](){}*?!+@])/.test(glob))
    return 'it has a backslash, and paths here are written with `/`';
  if (glob.split('/').includes('..')) return 'it leads out of the project with `..`';
  for (const [open, close] of ['{}', '[]', '()'] as const) {
    if (glob.split(open!).length !== glob.split(close!).length)
      return `a \`${open}\` or \`${close}\` has no partner`;
  }
  return undefined;
}

/** Whether any of the globs takes in the path. Dotted names count like all others. */
export const globMatcher = (globs: readonly string[]): ((path: string) => boolean) =>
  globs.length === 0 ? () => false : picomatch([...globs], { dot: true });

/** The globs of a key: a list, or one line with commas; those in braces part nothing. */
export const globsIn = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value])
    .filter((each): each is string => typeof each === 'string')
    .flatMap(cut)
    .map((glob) => glob.trim())
    .filter(Boolean);

function cut(line: string): readonly string[] {
  const globs = [''];
  let depth = 0;
  for (const sign of line) {
    if (sign === '{') depth++;
    if (sign === '}') depth--;
    if (sign === ',' && depth <= 0) globs.push('');
    else globs[globs.length - 1] += sign;
  }
  return globs;
}
