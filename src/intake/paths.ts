import { globFault } from '../globs.ts';
import type { Markdown } from '../text/markdown.ts';
import { outline } from '../text/outline.ts';

const isDenial =
  /\b(?:restricted|denied|forbidden|off[- ]limits|prohibited|read[- ]only|no access|never (?:touch|change|edit|modify))\b/i;
const isAllowance = /\b(?:allowed|accessible|full access|read\/write)\b/i;

/**
 * The paths that a text forbids to change, as globs: list items that begin with a path in
 * back-ticks, where the item or a heading above it says so; lists in a fence, below `DENIED`; and
 * sentences that forbid a path and say no more.
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
  return [...new Set([...items, ...fenced, ...sentences(markdown)])];
}

/** "Never touch `x/`.", "Do not edit files in `x/` or `y/`.", "Stay out of `x/`." */
const forbids =
  /(?<=^|[.!?]\s+)(?:(?:please|you (?:must|should|may)|I)\s+)?(?:(?:never|(?:do|must|should|may) not|don['’]t|not)\s+(?:ever\s+)?(?:touch|change|edit|modify|write (?:to|in|into)|delete|remove)|(?:stay|keep) out of)\s+(?:any(?:thing)?\s+|the\s+)?(?:(?:files?|code|contents?|folders?|director(?:y|ies))\s+)?(?:(?:in|under|inside|below|of|from)\s+)?(?:the\s+)?(`[^`]+`(?:(?:,?\s+(?:or|and|nor)\s+|,\s*)`[^`]+`)*)(?:\s+(?:folders?|director(?:y|ies)|files?))?\s*([.!]|$)/gi;

/**
 * Only where the sentence ends behind the path: "Never edit `x/` without asking" forbids something
 * else, and it may say so on its next line.
 */
const sentences = (markdown: Markdown): readonly string[] =>
  markdown.prose.flatMap(({ line, text }, nth) => {
    const next = markdown.prose[nth + 1];
    const goesOn =
      next?.line === line + 1 && /^\s*[a-z(`–—-]/.test(next.text) && !/^\s*-\s/.test(next.text);
    const bare = text.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '').replaceAll(/\*\*|__/g, '');
    return [...bare.matchAll(forbids)].flatMap(([, paths = '', end]) =>
      end === '' && goesOn
        ? []
        : [...paths.matchAll(/`([^`]+)`/g)].flatMap(([, path]) => globOf(path!)),
    );
  });

/** A path that could be one: it has a slash, a star or a leading dot, and no blank. */
function globOf(path: string): readonly string[] {
  const isPath = /^[\w.*@{}[\]?/,-]+$/.test(path) && /[/*]|^\./.test(path);
  const glob = path.endsWith('/') ? `${path}**` : path.replace(/^\.\//, '');
  const leads = glob.startsWith('/') || glob.split('/').includes('..');
  return isPath && !leads && globFault(glob) === undefined ? [glob] : [];
}
