import { sortWords } from './arguments.ts';
import type { Around } from './around.ts';
import { type Effect, hide, type Told, write } from './effect.ts';
import { finds, piped } from './finds.ts';
import { formatted } from './formatters.ts';
import { git, patches } from './git.ts';
import { interpreterOf } from './inline.ts';
import { interpreted } from './interpreted.ts';
import { lookers, testers } from './lookers.ts';
import { everythingNamed, optionsNamed } from './named.ts';
import { has, opaque } from './opaque.ts';
import { mends, passesOn, recorded } from './snapshots.ts';
import { isOurselves, ourselves } from './ourselves.ts';
import { evaluated, scripted, shellCalled } from './shells.ts';
import { unwrapped } from './wrapped.ts';
import { each, writers } from './writers.ts';

/** What one command does, once its words are understood. */
export function effectsOf(told: Told, around: Around): readonly Effect[] {
  const program = told.program.split('/').at(-1)!;
  const named = { ...told, program };
  const run = (is: 'look' | 'test' | 'any'): Effect => ({ does: 'run', program, is });
  const inner = unwrapped(named);
  if (inner === 'computed') return [hide(`what \`${program}\` runs, or where, is not to be seen`)];
  if (inner !== undefined) return around.run(inner);

  if (isOurselves(program)) return ourselves(named);
  if (['sh', 'bash', 'zsh', 'dash', 'ksh', 'ash', 'fish'].includes(program))
    return [run('any'), ...shellCalled(named, around)];
  if (startsLines.has(program))
    return [run('any'), ...everythingNamed(named), ...started(named, around)];
  if (program === 'eval' || program === 'trap' || program === 'alias')
    return [run('any'), ...evaluated(named, around)];
  if (program === 'xargs' || program === 'parallel') return piped(named, around);
  if (program === 'find' || program === 'fd' || program === 'fdfind') return finds(named, around);
  if (program === 'git') return [run('look'), ...git(named, around.read)];
  if (program === 'patch' || program === 'apply_patch')
    return [run('any'), ...patchCalled(named, around)];
  if (interpreterOf(program) !== undefined) return interpreted(named, around);
  if (program === 'coverage' && named.words[0]?.[0] === 'run')
    return [...optionsNamed(named), ...around.run(measured(named))];

  if (program === 'source' || program === '.')
    return [
      run('any'),
      ...(named.words[0] ?? ['']).flatMap((path) => scripted(path, around, program)),
    ];
  if (told.program.includes('/') && around.isNew(told.program))
    return [hide(`\`${program}\` is what the line itself has written`)];
  const own = told.program.includes('/') ? around.read(told.program) : undefined;
  if (own !== undefined && isScript(told.program, own)) return [run('any'), ...around.shell(own)];

  const formats = formatted(named);
  if (formats !== undefined) return formats;
  const writer = writers.get(program);
  if (writer !== undefined)
    return [
      run(program === 'sed' || program === 'sort' ? 'look' : 'any'),
      ...writer(named),
      ...(program === 'less' ? startedBy(named) : []),
    ];
  if (lookers.has(program)) return [run('look'), ...startedBy(named)];
  if (isTest(named)) return [run('test'), ...optionsNamed(named)];
  return [run('any'), ...opaque(named), ...everythingNamed(named), ...recorded(named)];
}

/** `coverage run --source src -m pytest` is Python with its flags. https://coverage.readthedocs.io/en/latest/commands/cmd_run.html */
const measured = ({ words, ...told }: Told): Told => {
  const after = words.slice(1).findIndex((word, nth, all) => {
    const before = all[nth - 1]?.[0] ?? '';
    const isValue =
      /^--(source|source-pkgs|data-file|rcfile|include|omit|context|concurrency|debug|save-signal)$/.test(
        before,
      );
    return word === undefined || word[0] === '-m' || (!/^-/.test(word[0] ?? '') && !isValue);
  });
  return { ...told, program: 'python', words: after < 0 ? [] : words.slice(after + 1) };
};

/** Programs that are given a line of the shell in a word of theirs, or as their last words. */
const startsLines = new Set(
  'script su runuser watch flock tmux screen hyperfine concurrently nodemon watchexec entr expect xvfb-run'.split(
    ' ',
  ),
);

/** `script -c 'rm x'`, `su -c 'rm x'`, `watch 'rm x'`, `flock x rm y`. */
const started = ({ words }: Told, { shell }: Around): readonly Effect[] => {
  const texts = words.flatMap((word) => word ?? []);
  return words.includes(undefined)
    ? [hide('what it starts is computed')]
    : [
        ...texts.filter((text) => text.includes(' ')),
        texts
          .filter((text) => !text.startsWith('-'))
          .slice(1)
          .join(' '),
      ].flatMap(shell);
};

/** A script of the project, for the shell. */
const isScript = (path: string, text: string) =>
  !path.startsWith('/') && (/^#!.*\b(ba|z|da|k)?sh\b/.test(text) || path.endsWith('.sh'));

/** Flags with which a program that looks starts another one. */
const startedBy = ({ program, words }: Told): readonly Effect[] =>
  words.some((word) => /^(--?(pre|pager|hook)(=|$)|\+.*!)/.test(word?.[0] ?? '')) ||
  (program === 'man' && words.some((word) => /^-[a-zA-Z]*[PH]/.test(word?.[0] ?? '')))
    ? [hide(`\`${program}\` is told to start another program`)]
    : [];

function patchCalled(told: Told, { read }: Around): readonly Effect[] {
  const { operands, values, flags } = sortWords(
    told.words,
    '-i --input -p --strip -d --directory -o --output -B -F -r',
  );
  if (flags.has('--dry-run')) return [];
  if (values.has('-d') || values.has('--directory'))
    return [hide('`patch -d` moves what the patch names')];
  const named = values.get('-i') ?? values.get('--input') ?? operands.slice(1);
  const inline =
    told.program === 'apply_patch' && operands.length > 0
      ? { ...told, stdin: operands[0]?.[0] ?? '' }
      : told;
  return [
    ...each(told.program === 'patch' ? operands.slice(0, 1) : [], 'patch', (path) =>
      write(path, 'patch'),
    ),
    ...each([...(values.get('-o') ?? []), ...(values.get('--output') ?? [])], 'patch', (path) =>
      write(path, 'patch'),
    ),
    ...patches(told.program, told.program === 'patch' ? named : [], inline, read),
  ];
}

/** `npm test`, `go test`, `cargo test`, `make test` and their like. */
const isTest = ({ program, words }: Told) => {
  const first = words[0]?.[0] ?? '';
  if (has(words, mends) || passesOn(program, words)) return false;
  if (testers.has(program)) return true;
  if (program === 'unittest' || program === 'doctest') return true;
  if (/^(npm|pnpm|yarn|bun|go|cargo|make|just|task|mvn|gradle|dotnet|mix|rake)$/.test(program)) {
    const name = first === 'run' || first === 'run-script' ? (words[1]?.[0] ?? '') : first;
    return /^(test|t|tst|check|vet|lint|typecheck|types)(:|$)/.test(name);
  }
  return false;
};
