import type { Check } from '../check.ts';
import { allChecks } from './checking.ts';
import type { Request } from '../command.ts';
import { choiceUnknown, flagWrong } from '../problems.ts';
import type { Reporter } from '../reporter.ts';
import { reporters } from '../reporters/index.ts';

/** A command line of `check`, understood. */
export interface Options {
  readonly words: readonly string[];
  /** Since when, or `''` for the last commit. It may turn out to be a path. */
  readonly changed?: string;
  /** Whose denied paths the change is held against; no file is read then. */
  readonly persona?: string;
  readonly baseline?: string;
  /** The word after `--baseline` that is no file of findings, and so must be a path. */
  readonly baselineWord?: string;
  readonly updatesBaseline: boolean;
  readonly checks: readonly Check[];
  readonly reporter: Reporter;
  readonly maxWarnings?: number;
  readonly fixes: boolean;
  readonly isDry: boolean;
  readonly isQuiet: boolean;
  /** Only the hand-offs are shown, and in which form. */
  readonly graph?: 'mermaid' | 'json';
  /** Only what each file costs is shown, and in which form. */
  readonly bill?: 'text' | 'json';
  /** Only the effective tools are shown, and in which form. */
  readonly tools?: 'text' | 'json';
  /** The day by whose truth everything is judged. */
  readonly asOf?: string;
  readonly usesCache: boolean;
  readonly watches: boolean;
  readonly threads?: number;
}

/**
 * @throws ChoiceUnknown - a format or a check that there is not, with the nearest name
 * @throws FlagWrong - flags that do not go together, or a number that is none
 */
export function chooseOptions({ words, flags }: Request): Options {
  const text = (name: string) => (typeof flags[name] === 'string' ? flags[name] : undefined);
  const is = (name: string) => flags[name] === true;
  const given = text('baseline');
  const isFile = given === undefined || given === '' || given.endsWith('.json');
  const changed = text('changed');
  const maxWarnings = numberOf(
    'max-warnings',
    text('max-warnings'),
    'how many warnings are let pass',
    0,
  );
  const threads = numberOf('threads', text('threads'), 'how many threads may read');
  if (is('dry-run') && !is('fix'))
    throw flagWrong('`--dry-run` shows what `--fix` would do.', 'Write `--fix --dry-run`.');
  if (is('watch') && (is('fix') || is('update-baseline')))
    throw flagWrong(
      '`--watch` only reads, and would be woken by what it writes.',
      'Leave `--fix` and `--update-baseline` out, or run them once.',
    );
  refuseBesides(
    ['graph', 'tools', 'bill'].filter(is),
    ['fix', 'update-baseline', 'watch'].filter(is),
  );
  const persona = text('persona');
  const other = [
    'fix',
    'graph',
    'tools',
    'bill',
    'watch',
    'update-baseline',
    'baseline',
    'only',
    'skip',
  ].find((name) => flags[name] !== undefined && flags[name] !== false);
  if (persona !== undefined && other !== undefined)
    throw flagWrong(
      `\`--persona\` reads a change, and \`--${other}\` is about files.`,
      'Run them one after the other.',
    );
  return {
    words,
    ...(persona !== undefined && { persona }),
    ...(changed !== undefined && { changed }),
    ...(given !== undefined && {
      baseline: isFile && given !== '' ? given : '.persona/baseline.json',
    }),
    ...(!isFile && { baselineWord: given }),
    updatesBaseline: is('update-baseline'),
    checks: chosenChecks(listed(flags['only']), listed(flags['skip'])),
    reporter: reporterOf(text('format'), is('json')),
    ...(maxWarnings !== undefined && { maxWarnings }),
    fixes: is('fix'),
    isDry: is('dry-run'),
    isQuiet: is('quiet'),
    ...(is('graph') && { graph: is('json') ? ('json' as const) : ('mermaid' as const) }),
    ...(is('bill') && { bill: is('json') ? ('json' as const) : ('text' as const) }),
    ...(is('tools') && { tools: is('json') ? ('json' as const) : ('text' as const) }),
    ...asOf(text('as-of')),
    usesCache: !is('no-cache'),
    watches: is('watch'),
    ...(threads !== undefined && { threads }),
  };
}

/** What only shows does nothing else, and one thing at a time. @throws FlagWrong */
function refuseBesides(shows: readonly string[], does: readonly string[]): void {
  const [first, second] = [...shows, ...does];
  if (shows.length === 0 || second === undefined) return;
  throw flagWrong(
    `\`--${first}\` shows something in place of the findings, and goes with no \`--${second}\`.`,
    `Leave \`--${second}\` out.`,
  );
}

const listed = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value])
    .filter((each): each is string => typeof each === 'string')
    .flatMap((each) => each.split(','))
    .map((each) => each.trim())
    .filter(Boolean);

function chosenChecks(only: readonly string[], skip: readonly string[]): readonly Check[] {
  const known = allChecks.map(({ name }) => name);
  for (const name of [...only, ...skip])
    if (!known.includes(name)) throw choiceUnknown('check', name, known);
  return allChecks.filter(
    ({ name }) => (only.length === 0 || only.includes(name)) && !skip.includes(name),
  );
}

function reporterOf(format: string | undefined, isJson: boolean): Reporter {
  if (isJson && format !== undefined && format !== 'json')
    throw flagWrong(
      `\`--json\` and \`--format ${format}\` ask for two things.`,
      'Write one of them.',
    );
  const name = isJson ? 'json' : (format ?? 'text');
  const reporter = reporters.find((each) => each.name === name);
  if (reporter !== undefined) return reporter;
  throw choiceUnknown(
    'format',
    name,
    reporters.map((each) => each.name),
  );
}

function asOf(given: string | undefined): Pick<Options, 'asOf'> {
  if (given === undefined) return {};
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(given);
  // `2025-02-30` is read as a day in March.
  if (isDay && new Date(`${given}T00:00:00Z`).toJSON()?.startsWith(given)) return { asOf: given };
  throw flagWrong(
    `\`--as-of ${given}\` is no day.`,
    'Write it as year, month and day: `--as-of 2025-11-01`.',
  );
}

function numberOf(
  name: string,
  given: string | undefined,
  says: string,
  example = 1,
): number | undefined {
  if (given === undefined) return undefined;
  if (/^\d+$/.test(given)) return Number(given);
  throw flagWrong(
    `\`--${name} ${given}\` is no number.`,
    `Write ${says}: \`--${name} ${example}\`.`,
  );
}
