/** How a language is given a program as a text. */
export interface Inline {
  /** The flag, and what of the program stands in the same word. */
  readonly code: RegExp;
  /** The flag of a module that is run. */
  readonly module?: RegExp;
  /** Flags that take the next word. */
  readonly valued?: RegExp;
}

/** https://docs.python.org/3/using/cmdline.html, https://nodejs.org/api/cli.html, perlrun(1), ruby(1) */
export const interpreters: ReadonlyMap<string, Inline> = new Map<string, Inline>([
  [
    'python',
    {
      code: /^-[BbdEhiIOPqsSuvVx?]*c(.*)$/s,
      module: /^-[BbdEhiIOPqsSuvVx?]*m(.*)$/s,
      valued: /^(-[WX]|--check-hash-based-pycs)$/,
    },
  ],
  [
    'node',
    {
      code: /^(?:-e|-p|-pe|--eval|--print)(?:=(.*))?$/s,
      valued: /^(-r|--require|--import|--loader|--experimental-loader|--env-file|-C|--conditions)$/,
    },
  ],
  ['bun', { code: /^(?:-e|-p|--eval|--print)(?:=(.*))?$/s, valued: /^(-r|--preload)$/ }],
  ['deno', { code: /^eval()$/ }],
  ['perl', { code: /^-[a-zA-Z\d]*[eE](.*)$/s, valued: /^-I$/ }],
  ['ruby', { code: /^-[a-zA-Z\d]*e(.*)$/s, valued: /^-[IrC]$/ }],
  ['php', { code: /^-[rBRE](.*)$/s, valued: /^-[dc]$/ }],
  ['lua', { code: /^-e(.*)$/s, valued: /^-l$/ }],
  ['osascript', { code: /^-e(.*)$/s, valued: /^-l$/ }],
  ['tsx', { code: /^(?:-e|-p|--eval|--print)(?:=(.*))?$/s }],
  ['ts-node', { code: /^(?:-e|-p|-pe|--eval|--print)(?:=(.*))?$/s }],
  ['Rscript', { code: /^-e(.*)$/s }],
  ['julia', { code: /^(?:-[eE]|--eval|--print)(?:=(.*))?$/s }],
  ['elixir', { code: /^(?:-e|--eval)(?:=(.*))?$/s }],
  ['awk', { code: /^$/ }],
  ['R', { code: /^-e(.*)$/s }],
  ['guile', { code: /^-c(.*)$/s }],
  ['sbcl', { code: /^--(?:eval|load)()$/s }],
  ['racket', { code: /^(?:-e|--eval)()$/s }],
  ['ocaml', { code: /^-e()$/s }],
  ['groovy', { code: /^-e(.*)$/s }],
  ['scala', { code: /^-e()$/s }],
  ['kotlin', { code: /^-e()$/s }],
  ['clojure', { code: /^-e()$/s }],
  ['ghc', { code: /^-e(.*)$/s }],
  ['raku', { code: /^-e(.*)$/s }],
  ['xonsh', { code: /^-c(.*)$/s }],
  ['nu', { code: /^(?:-c|--commands)()$/s }],
  ['tclsh', { code: /^$/ }],
  ['gnuplot', { code: /^-e()$/s }],
  ['emacs', { code: /^--?(?:eval|execute|f|funcall|load|l)(?:=(.*))?$/s }],
  ['pwsh', { code: /^-(?:c|command|e|ec|encodedcommand)()$/is }],
  ['powershell', { code: /^-(?:c|command|e|ec|encodedcommand)()$/is }],
]);

/** `python3.12` is python, `gawk` is awk, `nodejs` is node. */
export const interpreterOf = (program: string): string | undefined => {
  if (/^(python|pypy)[\d.]*w?$/.test(program)) return 'python';
  if (/^[gmn]?awk$/.test(program)) return 'awk';
  if (program === 'nodejs') return 'node';
  const bare = program.replace(/[\d.]+$/, '');
  return interpreters.has(bare) ? bare : undefined;
};

/** In the others a call needs no brackets, or we do not know how one is written. */
const withBrackets = new Set(['python', 'node', 'bun', 'deno', 'php', 'tsx', 'ts-node']);

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
  if (!withBrackets.has(language)) return false;
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
