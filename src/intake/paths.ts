import { globFault } from '../globs.ts';
import type { Markdown } from '../text/markdown.ts';
import { outline } from '../text/outline.ts';

const isDenial =
  /\b(?:restricted|denied|forbidden|off[- ]limits|prohibited|read[- ]only|no access|never (?:touch|change|edit|modify))\b/i;
const isAllowance = /\b(?:allowed|accessible|full access|read\/write)\b/i;

/**
 * The paths that a text forbids to change, as globs: list items that begin with a path in
 * back-ticks, where the item or a heading above it says so; and lists in a fence, below `DENIED`.
 */
export function deniedInText(markdown: Markdown): readonly string[] {
  const items = outline(markdown).flatMap(({ text, above }) => {
    const found = /^\s*[-*+]\s+`([^`]+)`(.*)$/.exec(text);
    if (found === null) return [];
    const [, path = '', rest = ''] = found;
    const heading = above.at(-1)?.text ?? '';
    const isDenied =
      isDenial.test(rest) || (isDenial.test(heading) && /path|director|folder|file/i.test(heading));
    return isDenied && !isAllowance.test(rest) ? globOf(path) : [];
  });
  const fenced = markdown.fences.flatMap(({ lines }) => {
    let isDenied = false;
    return lines.flatMap((line) => {
      const item = /^\s*[-*]\s+(\S+)\s*(?:\(.*\))?$/.exec(line);
      if (item !== null) return isDenied ? globOf(item[1]!) : [];
      if (line.trim() !== '') isDenied = /^\W*DENIED\b/.test(line);
      return [];
    });
  });
  return [...new Set([...items, ...fenced])];
}

/** A path that could be one: it has a slash, a star or a leading dot, and no blank. */
function globOf(path: string): readonly string[] {
  const isPath = /^[\w.*@{}[\]?/,-]+$/.test(path) && /[/*]|^\./.test(path);
  const glob = path.endsWith('/') ? `${path}**` : path.replace(/^\.\//, '');
  const leads = glob.startsWith('/') || glob.split('/').includes('..');
  return isPath && !leads && globFault(glob) === undefined ? [glob] : [];
}
