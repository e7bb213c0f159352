/**
 * Programs that take another program as a text: which flags hold it, and which one only names a
 * file of the project to be run.
 */
export const interpreters: ReadonlyMap<
  string,
  { readonly code: string; readonly module?: string }
> = new Map([
  ['python', { code: '-c', module: '-m' }],
  ['node', { code: '-e -p --eval --print -pe' }],
  ['deno', { code: 'eval' }],
  ['bun', { code: '-e --eval' }],
  ['perl', { code: '-e -E -pe -ne -pie -nE -pE' }],
  ['ruby', { code: '-e' }],
  ['php', { code: '-r' }],
  ['lua', { code: '-e' }],
  ['awk', { code: '' }],
  ['osascript', { code: '-e' }],
]);

/** `python3.12` is python, `gawk` is awk, `nodejs` is node. */
export const interpreterOf = (program: string): string | undefined => {
  if (/^(python|pypy)[\d.]*w?$/.test(program)) return 'python';
  if (/^[gmn]?awk$/.test(program)) return 'awk';
  if (program === 'nodejs') return 'node';
  const bare = program.replace(/[\d.]+$/, '');
  return interpreters.has(bare) ? bare : undefined;
};

/** Calls that only make a value or print one. Whatever else is called may write. */
const harmless = new Set(
  'print len sorted repr str int float bool list dict set tuple type range sum min max any all abs round enumerate zip hex ord version dumps loads join split strip keys values items get log stringify parse map filter slice toString includes tail head'.split(
    ' ',
  ),
);

/**
 * Whether a program given as a text can only look: it calls nothing but what makes or prints a value,
 * and imports by name. Everything else is taken to write, for there is no end to the ways in which
 * a text can spell `open`.
 */
export function isHarmless(language: string, code: string): boolean {
  if (language === 'awk')
    return !/>|\||system\s*\(|getline|@|\bclose\b|\bprintf?\b[^;}\n]*>/.test(
      code.replaceAll(/"(\\.|[^"\\])*"/g, '""'),
    );
  if (language === 'perl' || language === 'ruby')
    return /^\s*(s|y|tr)([/|#,!])((?!\2)[^\\`$@]|\\.)*\2((?!\2)[^\\`$@]|\\.|\$\d)*\2[gimsxu]*;?\s*$/.test(
      code,
    );
  const bare = code
    .replaceAll(/'(\\.|[^'\\\n])*'|"(\\.|[^"\\\n])*"/g, "''")
    .replaceAll(/#[^\n]*/g, language === 'python' ? '' : '$&');
  // A template or an f-string has code inside, and with brackets anything can be looked up by name.
  if (
    /`|\bf''|__|\\x|[\w)\]]\s*\[|=(?!=)|=>|\b(exec|eval|with|lambda|def|class|del|async|new|function|delete|import\s*\(|require\s*\((?!\s*''))/.test(
      bare,
    )
  )
    return false;
  return [...bare.matchAll(/([\w$]+)\s*\(/g)].every(
    ([, name]) => harmless.has(name!) || name === 'require',
  );
}
