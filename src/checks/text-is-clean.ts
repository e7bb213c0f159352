import { defineCheck, type Remark, type TextFile } from '../check.ts';
import { type Mark, repair } from '../text/mojibake.ts';
import { editorOf } from '../text/offsets.ts';

export default defineCheck({
  name: 'text-is-clean',
  level: 'error',
  why: 'What a person does not see, an agent reads: broken characters cost tokens and say nothing, and invisible ones can carry orders that no reviewer sees.',
  reads: () => true,

  good: { path: '.claude/agents/a.md', text: '✅ Write tests for ≥80% of “naïve” code 👩‍💻\n' },
  bad: {
    path: '.claude/agents/a.md',
    text: 'âœ… Write tests\nâŒ Deploy\u202e\nA byte \ufffd was lost\n',
  },

  *remarks(file) {
    const other = formatOf(file.text);
    if (other !== undefined) {
      yield {
        says: `This is ${other}, and every tool reads it as UTF-8: nothing in it is understood.`,
        mend: 'Save it as UTF-8.',
      };
      return;
    }
    const marks = repair(file.text);
    const edit = editorOf(marks.length > 0 ? file.text : '');
    for (const { line, column, found, meant } of marks) {
      // Alone in back-ticks it is shown, and beside what it was once it is talked about.
      const row = file.lines[line - 1] ?? '';
      const isQuoted = isShown(row, column - 1, found.length);
      if (isQuoted && meant !== undefined && row.includes(`\`${meant}\``)) continue;
      yield {
        ...(isQuoted && { level: 'warning' }),
        line,
        column,
        says:
          meant === undefined
            ? `\`${found}\` is what is left of a character that was read in the wrong encoding; a byte of it is lost.`
            : `\`${found}\` is \`${meant}\`, read in the wrong encoding.`,
        mend:
          meant === undefined
            ? 'Write the character that was meant, and save the file as UTF-8.'
            : `Write \`${meant}\`, and save the file as UTF-8.`,
        ...(meant !== undefined && !isQuoted && { fix: [edit(line, column, found.length, meant)] }),
      };
    }
    yield* signs(file, marks);
    yield* lineEnds(file.text);
  },
});

/** What a file is whose bytes are no text in UTF-8 from the beginning; to name each of them would fill pages. */
function formatOf(text: string): string | undefined {
  const start = text.slice(0, 2_000);
  const many = (sign: string) => start.split(sign).length - 1;
  const [zeros, lost] = [many('\0'), many('\ufffd')];
  if (zeros * 3 > start.length) return 'a text in UTF-16';
  return start.length > 200 && (lost + zeros) * 5 > start.length ? 'no text' : undefined;
}

/** Control characters, lost bytes, and all that takes no room on the screen. */
const suspects =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them is looked for by itself
  /(?:[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffd\u{e0000}-\u{e007f}\u{e0100}-\u{e01ef}]|[\ufe00-\ufe0f]{2})+/gu;

function* signs({ lines, text }: TextFile, marks: readonly Mark[]): Iterable<Remark> {
  if (text.search(suspects) < 0) return;
  for (const [index, row] of lines.entries()) {
    if (row.search(suspects) < 0) continue;
    for (const { 0: found, index: at } of row.matchAll(suspects)) {
      const place = { line: index + 1, column: at + 1 };
      if (marks.some((mark) => mark.line === place.line && isIn(place.column, mark))) continue;
      if (index === 0 && at === 0 && found === '\ufeff') {
        yield {
          ...place,
          says: 'The file begins with a byte order mark: a tool that looks for `---` as its first character finds no front matter.',
          mend: 'Save it as UTF-8 without a byte order mark.',
          fix: [{ from: 0, to: 1, text: '' }],
        };
      } else if (found.includes('\ufffd')) {
        yield {
          ...place,
          ...(isShown(row, at, found.length) && { level: 'warning' }),
          says: '`\ufffd` stands for bytes that were lost when the file was read in the wrong encoding.',
          mend: 'Write the character that was meant, and save the file as UTF-8.',
        };
      } else if (/[\0-\x1f\x7f-\x9f]/.test(found)) {
        yield {
          ...place,
          says: `There is a control character here (${codes(found)}).`,
          mend: 'Take it out.',
        };
      } else if (!belongs(found, row, at)) {
        // One zero-width space is most often a trick of layout; a row of signs can spell something.
        const isTrick = /^[\xad\u200b-\u200d\u2028\u2029\u2060\ufeff]$/.test(found);
        yield {
          ...place,
          ...(isTrick && { level: 'warning' }),
          says: isTrick
            ? `There is a character here that nobody sees and an agent reads (${codes(found)}).`
            : `There is text here that nobody sees and an agent reads (${codes(found)}): it can turn lines around or carry orders.`,
          mend: 'Take it out.',
        };
      }
    }
  }
}

const isShown = (row: string, at: number, length: number) =>
  row[at - 1] === '`' && row[at + length] === '`';

const isIn = (at: number, { column, found }: Mark) => at >= column && at < column + found.length;

/** Joiners inside emoji and in scripts that need them, direction marks in lines that run from the right, flags. */
function belongs(found: string, row: string, at: number): boolean {
  const before = row.slice(Math.max(0, at - 4), at);
  const after = row.slice(at + found.length);
  if (/^[\u200c\u200d]$/.test(found)) {
    const isEmoji =
      /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u.test(before) &&
      /^\p{Extended_Pictographic}/u.test(after);
    const isScript =
      /(?!\p{Script=Latin})[\p{L}\p{M}]$/u.test(before) &&
      /^(?!\p{Script=Latin})[\p{L}\p{M}]/u.test(after);
    return isEmoji || isScript;
  }
  if (/^[\u061c\u200e\u200f]$/.test(found))
    return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(row);
  if (/^[\u{e0020}-\u{e007e}]{2,6}\u{e007f}$/u.test(found)) return before.endsWith('🏴');
  return /^[\u{e0100}-\u{e01ef}]$/u.test(found) && /\p{Script=Han}$/u.test(before);
}

/** The hidden letters of a run could fill a page, so only the first few are told. */
function codes(found: string): string {
  const all = [...found].map(
    (sign) => `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return all.length > 4
    ? `${all.slice(0, 3).join(', ')} and ${all.length - 3} more`
    : all.join(', ');
}

function* lineEnds(text: string): Iterable<Remark> {
  if (!text.includes('\r')) return;
  const ends: readonly string[] = text.match(/\r\n|\r|\n/g) ?? [];
  const odd = ends.findIndex((end) => end !== ends[0]);
  const alone = ends.indexOf('\r');
  const at = alone >= 0 ? alone : odd;
  if (at < 0) return;
  // A line is what ends with a line feed; a carriage return alone ends none.
  const line = 1 + ends.slice(0, at).filter((end) => end !== '\r').length;
  yield {
    level: 'warning',
    line,
    says: 'The lines of this file end in different ways.',
    mend: 'Save it with one kind of line end, best `\\n`.',
  };
}
