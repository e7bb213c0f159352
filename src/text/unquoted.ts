import { parseDocument } from '../front-matter.ts';

/** A value of front matter that YAML takes for something else, because it has no quotes. */
export interface Unquoted {
  readonly key: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  readonly value: string;
  /** What YAML stumbles over. */
  readonly because: string;
  readonly quoted: string;
}

/**
 * The values for want of whose quotes a front matter cannot be read: put in, it can. Nothing where
 * quotes alone would not mend it.
 */
export function unquotedIn(lines: readonly string[]): readonly Unquoted[] {
  const end = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line));
  if (end < 0) return [];
  const head = lines.slice(0, end + 1);
  const found = head.flatMap((line, index) => unquoted(line, index + 1) ?? []);
  if (found.length === 0) return [];

  const mended = [...head];
  for (const { line, column, quoted } of found)
    mended[line - 1] = mended[line - 1]!.slice(0, column - 1) + quoted;
  return parseDocument(`${mended.join('\n')}\n`).broken === undefined ? found : [];
}

function unquoted(text: string, line: number): Unquoted | undefined {
  const entry = /^(\s*(?:- )?([A-Za-z_][\w-]*):[ \t]+)(\S.*?)\s*$/.exec(text);
  if (entry === null) return undefined;
  const [, before = '', key = '', value = ''] = entry;
  const because = reasonIn(key, value);
  if (because === undefined) return undefined;
  const quoted = /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
  return { key, line, column: before.length + 1, value, because, quoted };
}

// https://yaml.org/spec/1.2.2/#733-plain-style
function reasonIn(key: string, value: string): string | undefined {
  const first = value[0]!;
  if (first === '"' || first === "'")
    return isWhole(value, first) ? undefined : 'more behind its closing quote';
  if (first === '*') return 'a `*` in front, which begins an alias,';
  if (first === '&') return 'an `&` in front, which begins an anchor,';
  if (first === '@' || first === '`' || first === '%')
    return `${first === '`' ? 'a back-tick' : `\`${first}\``} in front, which YAML keeps for itself,`;
  if (first === '[' || first === '{') {
    // Where it is a list that is meant, quotes would make it a text.
    if (!/[\]}]/.test(value) || /tools|agents|models?$|servers|globs|paths|applyTo/i.test(key))
      return undefined;
    const parsed = parseDocument(`---\nkey: ${value}\n---\n`);
    const begins = first === '[' ? 'list' : 'map';
    return parsed.broken === undefined
      ? undefined
      : `a \`${first}\` in front, which begins a ${begins},`;
  }
  if (/^[|>]/.test(value)) return undefined;
  if (/:(?:\s|$)/.test(value)) return '`: ` in it, which makes it a key of its own,';
  return undefined;
}

const isWhole = (value: string, quote: string) =>
  quote === '"'
    ? /^"(?:[^"\\]|\\.)*"(?:\s+#.*)?$/.test(value)
    : /^'(?:[^']|'')*'(?:\s+#.*)?$/.test(value);

/** The first line that stands at the margin and is no `key: value`: as a rule it goes on with the one above. */
export function strayIn(lines: readonly string[]): number | undefined {
  const end = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line));
  const at = lines
    .slice(1, end)
    .findIndex((line) => !/^(?:\s|#|$|- |["']?[\w.-]+["']?\s*:(?:\s|$))/.test(line));
  return end < 0 || at < 0 ? undefined : at + 2;
}
