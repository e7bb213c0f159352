import { isMap } from './call.ts';

/**
 * Every file that an editing tool names: the values of keys that speak of files, and the headers of
 * a patch. Nothing where it names none, for then nobody can say what it would change.
 */
export function filesOf(input: unknown): readonly string[] {
  const found: string[] = [];
  collect(input, '', found);
  return found;
}

function collect(value: unknown, key: string, found: string[]): void {
  if (Array.isArray(value)) for (const each of value) collect(each, key, found);
  else if (isMap(value))
    for (const [name, each] of Object.entries(value)) {
      // `files: { 'src/a.ts': '…' }`
      if (name.includes('/')) found.push(name);
      collect(each, name, found);
    }
  else if (typeof value === 'string') {
    if (namesFile(key) || (mayNameFile(key) && /[\\/]/.test(value)))
      found.push(...(value === '' ? [] : [value]));
    else if (/^(input|patch|diff|command)$/i.test(key)) found.push(...patchedFiles(value));
  }
}

/** `file_path`, `filePath`, `paths`, `notebook_path`, `dirPath`, `uri` … but not `file_text`. */
const namesFile = (key: string) =>
  /(^|_)((file|dir|folder)?paths?|(file|dir|folder)names?|files?|dirs?|directory|directories|folders?|uris?|target|destination|source|dest|src|target_notebook)$/.test(
    key
      .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
      .toLowerCase()
      .replaceAll('-', '_'),
  );

/** A label has a name too, so here only a value with a folder in it is taken for a path. */
const mayNameFile = (key: string) => /^(name|items|from|to|location|output)$/i.test(key);

/**
 * The files of a patch: `*** Update File: x` as in `apply_patch`, or the headers of a unified diff,
 * with both names of a rename. https://git-scm.com/docs/diff-format
 */
export function patchedFiles(patch: string): readonly string[] {
  const found = new Set<string>();
  for (const line of patch.split(/\r?\n/)) {
    const header =
      /^\s*\*\*\*\s*(?:Add|Update|Delete)\s+File:\s*(.+)$/i.exec(line) ??
      /^\s*\*\*\*\s*Move\s+to:\s*(.+)$/i.exec(line) ??
      /^(?:rename|copy) (?:from|to) (.+)$/.exec(line) ??
      /^(?:---|\+\+\+) (?!\/dev\/null)([^\t]+)/.exec(line);
    if (header !== null) for (const each of spellings(header[1]!.trim())) found.add(each);
    const both = /^diff --git (.+)$/.exec(line);
    // Names with spaces cannot be told apart here; the other headers have them.
    for (const name of both?.[1]?.split(' ') ?? [])
      for (const each of spellings(name)) found.add(each);
  }
  return [...found];
}

/** With the `a/` and `b/` that git puts before a name, and without. Names in quotes are escaped in octal. */
function spellings(name: string): readonly string[] {
  const plain = /^".*"$/.test(name) ? unquoted(name.slice(1, -1)) : name;
  const bare = plain.replace(/^[a-z]\//, '');
  return bare === plain ? [plain] : [plain, bare];
}

const unquoted = (text: string) =>
  Buffer.from(
    text
      .replaceAll(/\\([0-7]{3})/g, (_, octal: string) =>
        String.fromCharCode(Number.parseInt(octal, 8)),
      )
      .replaceAll(/\\(.)/g, '$1'),
    'latin1',
  ).toString('utf8');
