import { notMerged } from '../problems.ts';
import { folderOf } from '../scope.ts';

/**
 * A text with a section of ours in it, between two marks that name it. Everything outside the marks
 * stays byte for byte; a section that is there is replaced where it stands, a new one goes to the
 * end. The same section twice is the same text. Who has CRLF gets CRLF.
 *
 * @param id - lower-case words joined by hyphens
 * @throws NotMerged - one of the marks is there without the other, or twice
 */
export function withSection(path: string, there: string, id: string, body: string): string {
  const eol = there.includes('\r\n') ? '\r\n' : '\n';
  const [begin, end] = marksOf(id);
  const section = [begin, '', ...body.trim().split(/\r?\n/), '', end].join(eol);
  const from = placesOf(there, begin);
  const to = placesOf(there, end);
  if (from.length === 0 && to.length === 0)
    return `${there}${gapAfter(there, eol)}${section}${eol}`;
  if (from.length !== 1 || to.length !== 1 || to[0]! < from[0]!)
    throw notMerged(
      path,
      `the marks of the section \`${id}\` do not stand there once each, in order`,
      `Put \`${begin}\` and \`${end}\` around it again, each on a line of its own, or take both out.`,
    );
  return `${there.slice(0, from[0])}${section}${there.slice(to[0]! + end.length)}`;
}

const marksOf = (id: string) =>
  [
    `<!-- create-persona: begin ${id} (change it in .persona/) -->` as const,
    `<!-- create-persona: end ${id} -->` as const,
  ] as const;

/** Where a mark stands as a line of its own. */
const placesOf = (text: string, mark: string): readonly number[] => {
  const places: number[] = [];
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    const startsLine = at === 0 || text[at - 1] === '\n' || (at === 1 && text[0] === '\ufeff');
    const endsLine = /^(\r?\n|$)/.test(text.slice(at + mark.length, at + mark.length + 2));
    if (startsLine && endsLine) places.push(at);
  }
  return places;
};

/** One empty line between what stands there and what comes. */
const gapAfter = (there: string, eol: string) => {
  if (there === '' || there === '\ufeff' || /\n\r?\n$/.test(there)) return '';
  return there.endsWith('\n') ? eol : `${eol}${eol}`;
};

/**
 * Rules for some files, as a section of the text that is read with them: `AGENTS.md` (or whatever
 * `name` is) in the deepest folder that holds them all.
 */
export function scopedSection(
  name: string,
  { slug, globs, body }: { slug: string; globs: readonly string[]; body: string },
): { path: string; into: (there: string) => string } {
  const folder = folderOf(globs);
  const path = folder === '' ? name : `${folder}/${name}`;
  const applies = globs.map((glob) => `\`${glob}\``).join(', ');
  const text = `${demoted(body).trimEnd()}\n\nApplies to ${applies}.`;
  return { path, into: (there) => withSection(path, there, slug, text) };
}

/** The same Markdown one rank lower, as part of a larger text. What stands in a fence stays. */
export function demoted(markdown: string): string {
  let fence = '';
  return markdown
    .split('\n')
    .map((line) => {
      const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
      if (fence === '') fence = mark;
      else if (mark.startsWith(fence) && line.trim() === mark) fence = '';
      return fence === '' && /^#{1,5}\s/.test(line) ? `#${line}` : line;
    })
    .join('\n');
}
