import type { Question, Workspace } from '../generator.ts';
import { answerRefused } from '../problems.ts';
import type { PlannedFile } from '../stages.ts';
import { pascal } from '../words.ts';

/**
 * What the generators for contributors (`generators/units/`) have in common: a name, the files that
 * it gets, and the lists on which it must stand. Nothing of this is in what we publish.
 */

/** What is asked of each: its name, as the file will be called. */
export const nameQuestion = (asks: string): Question => ({
  name: 'name',
  kind: 'text',
  asks,
  refuse: (answer) =>
    !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(answer) &&
    'A name is lower-case words joined by hyphens, such as `tools-are-known`.',
});

/** The name of the import in the shelf's index. */
export const identifier = (name: string): string =>
  pascal(name).replace(/^./, (first) => first.toLowerCase());

/**
 * Refuse a name that stands for something else already. The same unit once more is welcome while
 * nobody has worked on it: then its files are as they would be written.
 *
 * @throws AnswerRefused
 */
export function refuseTaken(
  name: string,
  files: readonly PlannedFile[],
  { project }: Workspace,
): void {
  const lost = files.find(({ path, text, keeps }) => {
    const there = project.read(path)?.replaceAll('\r\n', '\n');
    return there !== undefined && keeps === undefined && there !== text;
  });
  if (lost !== undefined)
    throw answerRefused('name', name, `${lost.path} is there already. Choose another name.`);
}

/**
 * The index of a shelf with one unit more: its import in the order of the alphabet, its entry at
 * the end of the list. `keeps` lets the commit replace the index, for all that stood in it stays.
 *
 * @throws AnswerRefused - the index or the language means something else by that word
 */
export function onShelf(path: string, name: string, workspace: Workspace): PlannedFile {
  const { text, keeps } = standing(path, workspace);
  const word = identifier(name);
  const line = `import ${word} from './${name}.ts';`;
  if (text.includes(line)) return { path, text, keeps };
  if (languageWords.has(word) || new RegExp(`\\b(import|const) ${word}\\b`).test(text))
    throw answerRefused('name', name, `\`${word}\` is taken in ${path}. Choose another name.`);

  const lines = text.split('\n');
  const isImport = (each: string) => each.startsWith('import ');
  const next = lines.findIndex((each) => isImport(each) && fileOf(each) > `./${name}.ts`);
  const place = next < 0 ? lines.findLastIndex(isImport) + 1 : next;
  return { path, text: withEntry(path, lines.toSpliced(place, 0, line).join('\n'), word), keeps };
}

/** A list of words in a file, with one word more. */
export function onList(path: string, entry: string, workspace: Workspace): PlannedFile {
  const { text, keeps } = standing(path, workspace);
  return { path, text: text.includes(entry) ? text : withEntry(path, text, entry), keeps };
}

function standing(path: string, { project }: Workspace): { text: string; keeps: string } {
  const keeps = project.read(path);
  if (keeps === undefined) throw new Error(`${path} is not here: run this in create-persona.`);
  return { text: keeps.replaceAll('\r\n', '\n'), keeps };
}

const fileOf = (line: string) => /from '([^']+)'/.exec(line)?.[1] ?? '';

/** On one line while it fits, as the formatter would have it. */
function withEntry(path: string, text: string, entry: string): string {
  const list = /^(export const [^=]+= \[)([^\]]*)\];$/m;
  const [whole, head, inner] = list.exec(text) ?? [];
  if (whole === undefined || head === undefined || inner === undefined)
    throw new Error(`${path} has no list that could take ${entry}.`);

  const short = `${head}${inner === '' ? '' : `${inner}, `}${entry}];`;
  const each = inner.includes('\n') ? inner.trimEnd() : `\n  ${inner.split(', ').join(',\n  ')},`;
  const long = `${head}${each}\n  ${entry},\n];`;
  const isShort = !inner.includes('\n') && short.length <= 100;
  return text.replace(whole, () => (isShort ? short : long));
}

/** Words that no import can be called by. */
const languageWords = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval
  export extends false finally for function if implements import in instanceof interface let new
  null package private protected public return static super switch this throw true try typeof var
  void while with yield`.split(/\s+/),
);
