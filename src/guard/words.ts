import {
  type CommandArgument,
  forEachChild,
  type ParsedScript,
  type SyntaxNode,
  type Word,
  type WordPart,
} from 'unbash';
import type { Disk } from './disk.ts';
import type { Meaning } from './effect.ts';
import { braces, matches, most as mostNames } from './expansions.ts';
import type { Scene } from './scene.ts';

/** A text that a word may come to, and the same as a glob where some of its signs stand for others. */
interface Piece {
  readonly text: string;
  readonly glob?: string;
}

/** More than that and nobody has thought of them one by one. */
const most = 64;

/**
 * All that a word may come to. Nothing where it has something in it that only the shell knows: the
 * output of a command, a variable from elsewhere.
 */
export function meaningOf(word: Word, scene: Scene, disk: Disk): Meaning {
  const pieces = joined(word.parts ?? [literal(word)], scene, disk);
  if (pieces === undefined) return undefined;
  if (pieces.some(({ glob }) => glob?.includes('**'))) return undefined;
  const texts = pieces.flatMap(({ text, glob }) =>
    glob === undefined
      ? [text]
      : [text, ...[...scene.folders].flatMap((folder) => matches(glob, folder, disk))],
  );
  return texts.length > mostNames ? undefined : [...new Set(texts)];
}

/**
 * The ways in which the words of one command may come out. A glob stands for many words at once, a
 * variable for one or the other. Nothing where an option would hang on it, or there are too many.
 */
export function combined(
  words: readonly CommandArgument[],
  scene: Scene,
  disk: Disk,
): readonly (readonly Meaning[])[] | undefined {
  let all: readonly (readonly Meaning[])[] = [[]];
  for (const word of words) {
    const meaning = word.type === 'Word' ? meaningOf(word, scene, disk) : [word.text];
    const isGlob = word.type === 'Word' && hasGlob(word);
    if (isGlob && meaning?.some((text) => text.startsWith('-'))) return undefined;
    const ways: readonly Meaning[] =
      isGlob || meaning === undefined ? [meaning] : meaning.map((text) => [text]);
    if (all.length * ways.length > most) return undefined;
    all = all.flatMap((before) => ways.map((way) => [...before, way]));
  }
  return all;
}

function hasGlob(node: SyntaxNode): boolean {
  if (node.type === 'Glob' || node.type === 'ExtendedGlob') return true;
  if (node.type === 'BraceExpansion') return /[*?[]/.test(node.text);
  let found = false;
  forEachChild(node, (child) => {
    found ||= hasGlob(child);
  });
  return found;
}

const literal = ({ value, text, pos, end }: Word): WordPart => ({
  type: 'Literal',
  value,
  text,
  pos,
  end,
});

function joined(
  parts: readonly WordPart[],
  scene: Scene,
  disk: Disk,
  isQuoted = false,
): readonly Piece[] | undefined {
  let all: readonly Piece[] = [{ text: '' }];
  for (const [nth, part] of parts.entries()) {
    const next = piecesOf(part, scene, disk, { isFirst: nth === 0, isQuoted });
    if (next === undefined || all.length * next.length > most) return undefined;
    all = all.flatMap((before) => next.map((after) => glued(before, after)));
  }
  return all;
}

const glued = (one: Piece, other: Piece): Piece => ({
  text: one.text + other.text,
  ...((one.glob ?? other.glob) !== undefined && {
    glob: (one.glob ?? escaped(one.text)) + (other.glob ?? escaped(other.text)),
  }),
});

const escaped = (text: string) => text.replaceAll(/[\\*?[\](){}!+@|]/g, '\\$&');

function piecesOf(
  part: WordPart,
  scene: Scene,
  disk: Disk,
  { isFirst, isQuoted }: { readonly isFirst: boolean; readonly isQuoted: boolean },
): readonly Piece[] | undefined {
  switch (part.type) {
    case 'Literal':
      return isFirst && !isQuoted && part.text.startsWith('~')
        ? homed(part.value, scene, disk)
        : [{ text: part.value }];
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return [{ text: part.value }];
    case 'DoubleQuoted':
    case 'LocaleString':
      return joined(part.parts, scene, disk, true);
    case 'Glob':
    case 'ExtendedGlob':
      return [{ text: part.text, glob: part.text }];
    case 'BraceExpansion':
      return braces(part.text)?.map((text) =>
        /[*?[]/.test(text) ? { text, glob: text } : { text },
      );
    case 'SimpleExpansion':
      return valued(part.text.slice(1), scene, disk, isQuoted);
    case 'ParameterExpansion':
      return part.operation === undefined && part.prefix === undefined && part.index === undefined
        ? valued(part.parameter, scene, disk, isQuoted)
        : undefined;
    case 'CommandExpansion':
      return told(part.script, scene);
    case 'ProcessSubstitution':
      return [{ text: '/dev/fd/63' }];
    case 'ArithmeticExpansion':
      return undefined;
  }
}

/** `~/x`, as long as nobody gave the home another place. `~+` and `~name` only the shell knows. */
const homed = (text: string, { values }: Scene, { home }: Disk) =>
  /^~(\/|$)/.test(text) && !values.has('HOME') ? [{ text: home + text.slice(1) }] : undefined;

function valued(
  name: string,
  { values, folders }: Scene,
  disk: Disk,
  isQuoted: boolean,
): readonly Piece[] | undefined {
  const known = values.has(name)
    ? values.get(name)
    : name === 'HOME'
      ? [disk.home]
      : name === 'PWD'
        ? [...folders]
        : undefined;
  // Outside quotes the shell cuts a value into words, and fills in its globs.
  const isWhole = isQuoted || (!values.has('IFS') && known?.every((text) => !/[\s*?[]/.test(text)));
  return isWhole ? known?.map((text) => ({ text })) : undefined;
}

/** `$(pwd)` is the folder that one is in; of all other commands the output is not known. */
const told = (
  script: ParsedScript | undefined,
  { folders }: Scene,
): readonly Piece[] | undefined =>
  /^(\$\(|`)\s*pwd\s*(\)|`)$/.test(script === undefined ? '' : `$(${sourceOf(script)})`)
    ? [...folders].map((text) => ({ text }))
    : undefined;

function sourceOf(script: ParsedScript): string {
  const words: string[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'Word') words.push(node.text);
    else forEachChild(node, visit);
  };
  visit(script);
  return words.join(' ');
}
