import type { Source } from '../importer.ts';
import { repair } from '../text/mojibake.ts';
import { importUnreadable } from '../problems.ts';
import { reading } from '../reading.ts';
import type { Change } from '../stages.ts';
import { largest } from '../tree.ts';
import { unquotedIn } from '../text/unquoted.ts';

/**
 * Read the bytes of a file that somebody else wrote.
 *
 * @throws ImportUnreadable - it is empty, too large, no UTF-8, or its front matter is broken
 */
export function sourceOf(
  path: string,
  bytes: Uint8Array,
): { readonly source: Source; readonly changes: readonly Change[] } {
  const refuse = (because: string, mend: string, line = 1) =>
    importUnreadable(`${path}:${line}`, because, mend);
  if (bytes.length > largest)
    throw refuse('it is larger than 4 MiB', 'Take in what of it is meant for an agent.');
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw refuse('it is UTF-16', 'Save it as UTF-8.');
  if (bytes.includes(0)) throw refuse('it is no text', 'Name a Markdown, YAML or JSON file.');
  const raw = decoded(bytes);
  if (raw === undefined) throw refuse('it is not UTF-8', 'Save it as UTF-8.');
  if (raw.trim() === '') throw refuse('it is empty', 'Name a file with something in it.');

  const decodedWell = mended(path, raw.replaceAll('\r\n', '\n'));
  const { text, changes } = quoted(path, decodedWell.text, decodedWell.changes);
  const source = from(path, text);
  const { broken } = source.document;
  if (broken !== undefined && !/\.(json|ya?ml|toml)$/.test(path))
    throw refuse(
      `its front matter cannot be read (${broken.because})`,
      'Mend the lines between the two `---`.',
      broken.line,
    );
  return { source, changes };
}

/** Put quotes around the values for want of which the front matter cannot be read. */
function quoted(
  path: string,
  text: string,
  changes: readonly Change[],
): { text: string; changes: readonly Change[] } {
  if (reading(text).document.broken === undefined) return { text, changes };
  const lines = text.split('\n');
  const values = unquotedIn(lines);
  for (const { line, column, quoted: value } of values)
    lines[line - 1] = lines[line - 1]!.slice(0, column - 1) + value;
  const told = values.map(({ line, key, because }) => ({
    how: 'mended' as const,
    path,
    line,
    what: `\`${key}\``,
    because: `it has ${because} and stood without quotes`,
  }));
  return { text: lines.join('\n'), changes: [...changes, ...told] };
}

/** A text as a source. */
export function from(path: string, text: string): Source {
  const read = reading(text);
  return {
    path,
    text,
    get lines() {
      return read.lines;
    },
    get document() {
      return read.document;
    },
    get markdown() {
      return read.markdown;
    },
  };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Give back the characters that were read in the wrong encoding, where it is certain what they were. */
function mended(path: string, raw: string): { text: string; changes: readonly Change[] } {
  const marks = repair(raw);
  if (marks.length === 0) return { text: raw, changes: [] };
  const lines = raw.split('\n');
  for (const { line, column, found, meant } of [...marks].reverse()) {
    if (meant === undefined) continue;
    const text = lines[line - 1]!;
    lines[line - 1] = text.slice(0, column - 1) + meant + text.slice(column - 1 + found.length);
  }
  return {
    text: lines.join('\n'),
    changes: marks.map(({ line, found, meant }) =>
      meant === undefined
        ? {
            how: 'lost' as const,
            path,
            line,
            what: `\`${found}\``,
            because:
              'a character that was read in the wrong encoding, and could have been several: it stays as it is',
          }
        : {
            how: 'mended' as const,
            path,
            line,
            what: `\`${found}\` is \`${meant}\``,
            because: 'UTF-8 that was read as Windows-1252',
          },
    ),
  };
}
