import type { Head } from '../front-matter.ts';
import { lineOfKey } from '../front-matter.ts';
import { globFault } from '../globs.ts';
import type { Source, Taken } from '../importer.ts';
import type { Change } from '../stages.ts';
import { idFrom, oneLine } from './names.ts';
import { firstSentence, titleIn } from './prose.ts';

/** What a rule file of some tool says in its front matter. */
export interface RuleKeys {
  readonly stem: string;
  readonly head?: Head;
  readonly title?: string;
  readonly summary?: string;
  /** Keys that hold the globs. */
  readonly globs?: readonly string[];
  /** Where no key says it: the files that it applies to, and why. */
  readonly otherwise: { readonly globs: readonly string[]; readonly because?: string };
  /** Keys that we have read, or that say what is said anyway. */
  readonly said?: readonly string[];
}

/** Read a rule file of any tool: its text word for word, and the files that it applies to. */
export function takeInstruction(
  source: Source,
  { stem, title, summary, globs = [], otherwise, said = [], head = source.document.head }: RuleKeys,
): Taken {
  const { path, text, document } = source;
  const changes: Change[] = [];
  const tell = (how: Change['how'], what: string, because: string, key?: string) =>
    changes.push({
      how,
      path,
      line: key === undefined ? 1 : lineOfKey(text, [key]),
      what,
      because,
    });

  for (const key of Object.keys(head))
    if (![...said, ...globs, title, summary].includes(key))
      tell('lost', `key \`${key}\``, 'an instruction of ours has no such thing', key);
  const key = globs.find((each) => globsIn(head[each]).length > 0);
  const wanted = key === undefined ? [] : globsIn(head[key]);
  for (const glob of wanted.filter((each) => globFault(each) !== undefined))
    tell('lost', `glob \`${glob}\``, `it is no glob: ${globFault(glob)}`, key);
  const applies = wanted.filter((glob) => globFault(glob) === undefined);
  if (applies.length === 0 && otherwise.because !== undefined)
    tell('assumed', `applies: ${otherwise.globs.join(', ')}`, otherwise.because);

  const id = idFrom(stem);
  const called = oneLine(head[title ?? '']) || (titleIn(source) ?? id);
  return {
    instructions: [
      {
        id,
        title: called,
        summary: oneLine(head[summary ?? '']) || (firstSentence(source) ?? called),
        applies: applies.length === 0 ? otherwise.globs : applies,
        body: document.body.replace(/^\n/, ''),
      },
    ],
    changes,
  };
}

/** One text with commas, a list of texts, or a list of `{ pattern }`. A comma in braces parts nothing. */
export const globsIn = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value])
    .map((each) => (isPattern(each) ? each.pattern : each))
    .flatMap((each) =>
      typeof each === 'string' ? (each.match(/(?:[^,{]|\{[^}]*\}?)+/g) ?? []) : [],
    )
    .map((each) => each.trim())
    .filter((each) => each !== '');

const isPattern = (value: unknown): value is { pattern: string } =>
  typeof value === 'object' && value !== null && 'pattern' in value;

/** A file of which nothing is taken, and why. */
export const takeNothing = ({ path, lines }: Source, because: string): Taken => ({
  changes: [{ how: 'lost', path, line: 1, what: `the whole file, ${lines.length} lines`, because }],
});
