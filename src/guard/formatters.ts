import { sortWords } from './arguments.ts';
import { deep, type Effect, type Told } from './effect.ts';
import { optionsNamed } from './named.ts';
import { each } from './writers.ts';

/** Formatters change the files of their language, in place. */
const formatters: ReadonlyMap<
  string,
  { readonly only: string; readonly looks: readonly string[] }
> = new Map([
  ['black', { only: '*.{py,pyi}', looks: ['--check', '--diff'] }],
  ['isort', { only: '*.{py,pyi}', looks: ['-c', '--check', '--check-only', '--diff', '-d'] }],
  ['autoflake', { only: '*.py', looks: ['--check', '-c'] }],
  ['pyupgrade', { only: '*.py', looks: [] }],
  ['rustfmt', { only: '*.rs', looks: ['--check'] }],
]);
/** Those that change nothing unless they are told to. */
const menders: ReadonlyMap<string, { readonly only: string; readonly writes: readonly string[] }> =
  new Map([
    [
      'prettier',
      {
        only: '*.{js,jsx,ts,tsx,mjs,cjs,css,scss,html,md,json,yml,yaml,vue,svelte}',
        writes: ['-w', '--write'],
      },
    ],
    ['eslint', { only: '*.{js,jsx,ts,tsx,mjs,cjs,vue,svelte}', writes: ['--fix'] }],
    [
      'biome',
      { only: '*.{js,jsx,ts,tsx,mjs,cjs,css,json,jsonc}', writes: ['--write', '--fix', '--apply'] },
    ],
    ['markdownlint', { only: '*.{md,markdown}', writes: ['-f', '--fix'] }],
    ['markdownlint-cli2', { only: '*.{md,markdown}', writes: ['--fix'] }],
    ['knip', { only: '*.{js,jsx,ts,tsx,mjs,cjs,json}', writes: ['--fix'] }],
    ['stylelint', { only: '*.{css,scss,less,html,vue}', writes: ['--fix'] }],
    ['oxlint', { only: '*.{js,jsx,ts,tsx,mjs,cjs,vue}', writes: ['--fix', '--fix-suggestions'] }],
    ['standard', { only: '*.{js,jsx,mjs,cjs}', writes: ['--fix'] }],
    ['autopep8', { only: '*.py', writes: ['-i', '--in-place'] }],
    ['yapf', { only: '*.{py,pyi}', writes: ['-i', '--in-place'] }],
    ['docformatter', { only: '*.py', writes: ['-i', '--in-place'] }],
    ['djlint', { only: '*.{html,jinja,j2}', writes: ['--reformat'] }],
    ['shfmt', { only: '*.{sh,bash}', writes: ['-w', '--write'] }],
    ['codespell', { only: '*', writes: ['-w', '--write-changes'] }],
    ['typos', { only: '*', writes: ['-w', '--write-changes'] }],
    ['comby', { only: '*', writes: ['-i', '-in-place'] }],
    ['ast-grep', { only: '*', writes: ['-U', '--update-all'] }],
    ['sg', { only: '*', writes: ['-U', '--update-all'] }],
    ['gofmt', { only: '*.go', writes: ['-w'] }],
    ['gofumpt', { only: '*.go', writes: ['-w'] }],
    ['goimports', { only: '*.go', writes: ['-w'] }],
    ['golangci-lint', { only: '*.go', writes: ['--fix'] }],
    ['ktlint', { only: '*.{kt,kts}', writes: ['-F', '--format'] }],
    ['rubocop', { only: '*', writes: ['-a', '-A', '-x', '--autocorrect', '--autocorrect-all'] }],
    ['clang-format', { only: '*.{c,cc,cpp,h,hpp}', writes: ['-i'] }],
  ]);

/** Formatters that are a command of a larger program. */
const commands: ReadonlyMap<string, { readonly only: string; readonly looks?: RegExp }> = new Map([
  ['buf format', { only: '*.proto', looks: /^(-d|--diff|--exit-code)$/ }],
  ['cargo fix', { only: '*' }],
  ['cargo fmt', { only: '*.rs', looks: /^--check$/ }],
  ['dart fix', { only: '*.dart', looks: /^(-n|--dry-run)$/ }],
  ['dart format', { only: '*.dart', looks: /^(-o|--output=)?none$/ }],
  ['deno fmt', { only: '*', looks: /^--check$/ }],
  ['dotnet format', { only: '*', looks: /^--verify-no-changes$/ }],
  ['dprint fmt', { only: '*', looks: /^--diff$/ }],
  ['go fix', { only: '*.go', looks: /^-diff$/ }],
  ['go fmt', { only: '*.go', looks: /^-n$/ }],
  ['mix format', { only: '*.{ex,exs,heex}', looks: /^--check-formatted$/ }],
  ['sqlfluff fix', { only: '*.sql' }],
  ['sqlfluff format', { only: '*.sql' }],
  ['taplo fmt', { only: '*.toml', looks: /^--check$/ }],
  ['taplo format', { only: '*.toml', looks: /^--check$/ }],
  ['terraform fmt', { only: '*.{tf,tfvars,hcl}', looks: /^--?(check|write=false)$/ }],
  ['tofu fmt', { only: '*.{tf,tfvars,hcl}', looks: /^--?(check|write=false)$/ }],
]);

const isCommand = (program: string, word: string | undefined) =>
  program === 'biome' && /^(check|format|lint|ci)$/.test(word ?? '');

/** What a formatter or a linter changes, or nothing where the program is none. */
export function formatted({ program, words }: Told): readonly Effect[] | undefined {
  const first = words[0]?.[0];
  const ruff = program === 'ruff' && (first === 'check' || first === 'format');
  const command = commands.get(`${program} ${first}`);
  const { flags, operands } = sortWords(
    ruff || command || isCommand(program, first) ? words.slice(1) : words,
    '--config --select --ignore --line-length --target-version -l -t --output-file -o',
  );
  const look: Effect = { does: 'run', program, is: 'test' };
  const changes = (only: string) => [
    { does: 'run', program, is: 'any' } as const,
    ...each(operands.length === 0 ? [['.']] : operands, program, (path) =>
      deep(path, program, only),
    ),
  ];
  if (ruff) {
    const writes =
      first === 'format'
        ? !flags.has('--check') && !flags.has('--diff')
        : flags.has('--fix') || flags.has('--fix-only');
    return writes
      ? changes('*.{py,pyi}')
      : [look, ...optionsNamed({ program, words, isPiped: false })];
  }
  if (command !== undefined)
    return words.some((word) => command.looks?.test(word?.[0] ?? ''))
      ? [look]
      : changes(command.only);
  const formatter = formatters.get(program);
  if (formatter !== undefined)
    return formatter.looks.some((flag) => flags.has(flag)) ? [look] : changes(formatter.only);
  const mender = menders.get(program);
  if (mender === undefined) return undefined;
  return mender.writes.some((flag) => flags.has(flag))
    ? changes(mender.only)
    : [look, ...optionsNamed({ program, words, isPiped: false })];
}
