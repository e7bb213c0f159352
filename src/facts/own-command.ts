import table from '../command-words.json' with { type: 'json' };
import { nearest } from '../nearest.ts';

/** What is wrong with a command line of ours, and at which sign of the text, from 0. */
export interface Fault {
  readonly at: number;
  readonly says: string;
  readonly mend: string;
}

/** What each command and generator takes, as `build/command-words.ts` has written it down. */
const known: Readonly<
  Record<
    string,
    {
      readonly flags: string;
      readonly takes: Readonly<Record<string, string>>;
      readonly plop: boolean;
    }
  >
> = table;

/** The commands and generators, and `help`. */
const names = ['help', ...Object.keys(known)];

/** Where a command begins, started by hand or by a package manager; never what one of those installs. */
const start =
  /(?:^|[;&|(])\s*(?:(?:(?:npx|pnpx|bunx)\s+(?:(?:-y|--yes)\s+)?|(?:pnpm|yarn)\s+(?:dlx\s+|exec\s+)?)?create-persona|npm\s+(?:create|init)\s+persona)(?:@[\w.^~-]+)?(?=\s)/g;

/**
 * What the command line would refuse of every `create-persona …` in a text: a word that is no
 * command, generator or persona and nearly one; a flag that the command does not take; a value that
 * is on no list. What is left open (`<id>`, `$NAME`, `…`) is taken for whatever belongs there.
 *
 * @param idsOf - the personas that there are
 */
export function* faultsOfOwn(text: string, idsOf: () => readonly string[]): Iterable<Fault> {
  if (!text.includes('persona')) return;
  for (const found of text.matchAll(start)) {
    const words = wordsFrom(text, found.index + found[0].length);
    const at = words.findIndex(
      ({ word }, nth) => !word.startsWith('-') && words[nth - 1]?.word !== '--dir',
    );
    const first = words[at];
    if (first === undefined || isOpen(first.word)) continue;
    if (first.word === 'help' || words.some(({ word }) => word === '--demo')) continue;
    const ids = idsOf();
    const isNew = words.some(({ word }) => /^--(from|name|summary)(=|$)/.test(word));
    if (!names.includes(first.word) && !ids.includes(first.word) && !isNew) {
      const meant = nearest(first.word, [...names, ...ids]);
      // Any other word is a persona that is about to be made.
      if (meant !== undefined)
        yield {
          at: first.at,
          says: `\`create-persona\` has neither a command nor a persona \`${first.word}\`.`,
          mend: `Write \`${meant}\`.`,
        };
      continue;
    }
    const subject = known[first.word] === undefined ? 'persona' : first.word;
    yield* flagFaults(subject, words.slice(0, at).concat(words.slice(at + 1)));
  }
}

interface Word {
  readonly word: string;
  readonly at: number;
}

/** The words of one command, up to where the shell ends it; in quotes they hold together. */
function wordsFrom(text: string, from: number): readonly Word[] {
  const words: Word[] = [];
  const next = /\s*(?:((?:"[^"]*"|'[^']*'|[^\s;|&<>()#"'])+(?:<[^<>\s]*>)?|<[^<>\s]*>)|\S)/y;
  next.lastIndex = from;
  for (let found = next.exec(text); found?.[1] !== undefined; found = next.exec(text)) {
    words.push({ word: found[1], at: found.index + found[0].length - found[1].length });
  }
  return words;
}

const isOpen = (word: string) => /[<>$…*[\]{}\\]|\.\.\.|^"|^'/.test(word);

function* flagFaults(subject: string, words: readonly Word[]): Iterable<Fault> {
  const { flags, takes } = known[subject]!;
  const taken = flags.split(' ');
  for (const [nth, { word, at }] of words.entries()) {
    const [, flag, inline] = /^(--[\w-]+)(?:=(.*))?$/.exec(word) ?? [];
    if (flag === undefined) continue;
    if (!taken.includes(flag)) {
      const meant = nearest(flag, taken);
      yield {
        at,
        says: `\`create-persona${subject === 'persona' ? '' : ` ${subject}`}\` has no flag \`${flag}\`.`,
        mend:
          meant === undefined ? `See \`create-persona ${subject} --help\`.` : `Write \`${meant}\`.`,
      };
      continue;
    }
    const list = takes[flag]?.split(' ');
    const value = inline ?? words[nth + 1]?.word;
    if (list === undefined || value === undefined || list.includes(value)) continue;
    if (isOpen(value) || value.includes('|') || value.startsWith('-')) continue;
    const meant = nearest(value, list);
    yield {
      at: inline === undefined ? words[nth + 1]!.at : at + flag.length + 1,
      says: `\`${flag}\` is one of ${list.join(', ')}, and never \`${value}\`.`,
      mend: `Write \`${meant ?? list[0]}\`.`,
    };
  }
}

/**
 * The generator of a `plop …`, where the plopfile says in so many words which there are: ours
 * (`create-persona/plopfile`), or its own by name. Plop takes the beginning of a name for the name.
 */
export function* faultsOfPlop(
  text: string,
  read: (path: string) => string | undefined,
): Iterable<Fault> {
  if (!text.includes('plop ')) return;
  const [all, before, name] =
    /(?:^|[;&|(])(\s*(?:npx\s+|(?:pnpm|yarn)\s+(?:exec\s+)?)?plop\s+)([a-z][\w-]*)(?=\s|$)/.exec(
      text,
    ) ?? [];
  if (all === undefined || before === undefined || name === undefined) return;
  const plopfile = ['plopfile.js', 'plopfile.mjs', 'plopfile.cjs', 'plopfile.ts']
    .map(read)
    .find(Boolean);
  const offered = plopfile === undefined ? undefined : generatorsOf(plopfile);
  if (offered === undefined || offered.some((each) => each.startsWith(name))) return;
  const meant = nearest(name, offered);
  yield {
    at: text.indexOf(all) + all.length - name.length,
    says: `The plopfile has no generator \`${name}\`.`,
    mend: meant === undefined ? `Choose one of ${offered.join(', ')}.` : `Write \`${meant}\`.`,
  };
}

/** The generators of a plopfile; nothing where one would have to run it to know. */
function generatorsOf(plopfile: string): readonly string[] | undefined {
  if (
    /^\s*export\s*\{\s*default\s*\}\s*from\s*['"]create-persona\/plopfile['"];?\s*$/.test(plopfile)
  )
    return Object.keys(known).filter((name) => known[name]!.plop);
  const said = [...plopfile.matchAll(/setGenerator\(\s*(?:(['"`])([^'"`$]+)\1)?/g)];
  const isAll = !/\.load\(|\bfrom\s+['"]\.|require\(\s*['"]\./.test(plopfile);
  return isAll && said.length > 0 && said.every(([, , name]) => name !== undefined)
    ? said.map(([, , name]) => name!)
    : undefined;
}
