import type { Around } from './around.ts';
import { deep, type Effect, hide, type Told, write } from './effect.ts';
import { begun } from './wrapped.ts';
import { each } from './writers.ts';

/** Their targets come from a pipe: nobody knows them, and a program that looks may have them all. */
export function piped(told: Told, { run }: Around): readonly Effect[] {
  const inner = begun(
    told,
    told.words,
    '-I -n -P -L -d -a -E -s --max-args --max-procs --delimiter --replace --arg-file -j',
  );
  if (inner === undefined) return [{ does: 'run', program: 'echo', is: 'look' }];
  if (inner === 'computed') return [hide(`what \`${told.program}\` runs is computed`)];
  const isPlaced = told.words
    .slice(0, told.words.length - inner.words.length)
    .some((word) => /^(-I|-i|--replace)/.test(word?.[0] ?? ''));
  const words = isPlaced ? inner.words : [...inner.words, undefined];
  const effects = run({ ...inner, words, isPiped: true });
  const looks = effects.every((effect) => effect.does === 'run' && effect.is === 'look');
  return looks
    ? effects
    : [
        ...effects,
        hide(`\`${told.program}\` gives \`${inner.program}\` names that come from a pipe`),
      ];
}

/** `-delete` and `-exec` go for all that is below where it starts, as far as `-name` lets them. */
export function finds({ program, words }: Told, { run: runs }: Around): readonly Effect[] {
  const texts = words.map((word) => word?.[0]);
  const expression = texts.findIndex((text) => text !== undefined && /^[-(!]/.test(text));
  const starts =
    program === 'find' ? words.slice(0, expression < 0 ? undefined : expression) : [['.']];
  const name = texts[texts.indexOf('-name') + 1];
  const only =
    texts.includes('-name') && !texts.some((text) => /^(-o|-or|!|-not|,)$/.test(text ?? ''))
      ? name
      : undefined;
  const all = (by: string) =>
    each(starts.length === 0 ? [['.']] : starts, by, (path) => deep(path, by, only));
  const effects: Effect[] = [{ does: 'run', program, is: 'look' }];
  for (const [nth, text] of texts.entries()) {
    if (text === '-delete') effects.push(...all('find -delete'));
    if (/^-f(print0?|ls|printf)$/.test(text ?? '') && program === 'find')
      effects.push(...each(words.slice(nth + 1, nth + 2), 'find', (path) => write(path, 'find')));
    if (!/^(-exec|-execdir|-ok|-okdir|-x|-X|--exec|--exec-batch)$/.test(text ?? '')) continue;
    const end = texts.findIndex((each, at) => at > nth && (each === ';' || each === '+'));
    const inner = words.slice(nth + 1, end < 0 ? undefined : end);
    const [command, ...rest] = inner;
    if (command?.length !== 1) return [hide(`what \`${program} -exec\` runs is computed`)];
    const run = runs({
      program: command[0]!,
      words: rest,
      isPiped: false,
    });
    effects.push(...run);
    // It runs in the folder of each file that is found: what else it names counts from there.
    const names = rest.some((word) => !/^(-.*|.*\{\}.*|)$/.test(word?.[0] ?? ' '));
    if (/dir$/.test(text!) && names)
      effects.push(hide(`\`${program} ${text}\` runs in folders that nobody knows`));
    if (!run.every((effect) => effect.does === 'run' && effect.is === 'look'))
      effects.push(...all(`find -exec ${command[0]}`));
  }
  return effects;
}
