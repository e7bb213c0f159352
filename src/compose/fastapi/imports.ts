/**
 * The imports of a rendered module: sorted as ruff sorts them, and without those that the chosen
 * options leave without use. So a template names what it may need, once, in any order.
 * https://docs.astral.sh/ruff/rules/unsorted-imports/
 */
export function tidyImports(text: string): string {
  const used = wordsOf(text);
  const blocks = text.split(/\n\n/).map((block) => tidyBlock(block, used));
  return blocks.filter((block) => block !== undefined).join('\n\n');
}

const isImport = (line: string) => /^(from \S+ import |import )/.test(line);

function tidyBlock(block: string, used: ReadonlySet<string>): string | undefined {
  const lines = block.replace(/^\n/, '').split('\n');
  if (!lines.every(isImport)) return block;
  const kept = lines.flatMap((line) => tidyLine(line, used) ?? []);
  if (kept.length === 0) return undefined;
  return [...new Set(kept)].sort(byModule).join('\n');
}

function tidyLine(line: string, used: ReadonlySet<string>): string | undefined {
  const [, module, list] = /^from (\S+) import (.+)$/.exec(line) ?? [];
  if (module === undefined || list === undefined) {
    const name = line.replace(/^import (\S+ as )?/, '').split('.')[0]!;
    return used.has(name) ? line : undefined;
  }
  const names = list
    .split(',')
    .map((each) => each.trim())
    .filter((each) => used.has(each.split(' as ').at(-1)!))
    .sort(byKind);
  return names.length === 0 ? undefined : `from ${module} import ${[...new Set(names)].join(', ')}`;
}

/** The words of the code: no imports, comments, texts (save f-strings), attributes or keywords. */
function wordsOf(text: string): ReadonlySet<string> {
  const code = text
    .split('\n')
    .filter((line) => !isImport(line))
    .join('\n')
    .replace(/"""[\s\S]*?"""/g, '')
    .replace(/(f?)"((?:[^"\\\n]|\\.)*)"/g, (_, isFilled: string, inner: string) =>
      isFilled ? (inner.match(/\{[^}]*\}/g) ?? []).join(' ') : isClass(inner) ? inner : '',
    )
    .replace(/#.*/g, '')
    .replace(/\.\w+|\b\w+=(?!=)/g, '');
  return new Set(code.match(/[A-Za-z_]\w*/g));
}

/** `cast("Redis", …)` says a type as a text. */
const isClass = (quoted: string) => /^[A-Z]\w*[a-z]\w*$/.test(quoted);

/** `import x` before `from x import y`, then by module: character by character, digits as numbers. */
function byModule(a: string, b: string): number {
  const isPlain = (line: string) => (line.startsWith('import ') ? 0 : 1);
  const module = (line: string) => line.split(' ')[1]!;
  return isPlain(a) - isPlain(b) || natural(module(a), module(b));
}

/** Constants, then classes, then the rest, each by its letters. */
export function byKind(a: string, b: string): number {
  const kind = (name: string) =>
    /^[A-Z][A-Z0-9_]*$/.test(name.split(' ')[0]!) && name.length > 1
      ? 0
      : /^[A-Z]/.test(name)
        ? 1
        : 2;
  return kind(a) - kind(b) || natural(a, b);
}

export function natural(a: string, b: string): number {
  const [left, right] = [a, b].map((each) => each.match(/\d+|\D/g) ?? []);
  for (const [nth, one] of left!.entries()) {
    const other = right![nth];
    if (other === undefined) return 1;
    if (one === other) continue;
    const areNumbers = /\d/.test(one) && /\d/.test(other);
    return areNumbers ? Number(one) - Number(other) : one < other ? -1 : 1;
  }
  return left!.length - right!.length;
}
