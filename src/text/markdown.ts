/** What a scan of the lines finds. Lines and columns count from 1. */
export interface Markdown {
  readonly headings: readonly Heading[];
  readonly fences: readonly Fence[];
  /** Inline code, without its back-ticks. */
  readonly spans: readonly Span[];
  readonly links: readonly Link[];
  /** The lines that are text: no front matter, no fence, no comment. */
  readonly prose: readonly { readonly line: number; readonly text: string }[];
}

export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly line: number;
}

export interface Fence {
  readonly language: string;
  readonly line: number;
  readonly lines: readonly string[];
  readonly isClosed: boolean;
  /** The line on which a reader of Markdown ends it, where a fence inside has marks as short as its own. */
  readonly endsEarly?: number;
}

export interface Span {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export interface Link extends Span {
  readonly to: string;
}

/**
 * Scan a Markdown body once for what the checks ask about. This is no parser: a parser reads about
 * 45 files a second, this some thousands (`npm run bench`), and no check needs a tree.
 *
 * @param bodyLine - the line on which the body begins; what stands above it is front matter
 */
export function scanMarkdown(lines: readonly string[], bodyLine = 1): Markdown {
  const headings: Heading[] = [];
  const fences: Fence[] = [];
  const spans: Span[] = [];
  const links: Link[] = [];
  const prose: { line: number; text: string }[] = [];
  let open: Open | undefined;
  let isComment = false;

  for (let index = bodyLine - 1; index < lines.length; index++) {
    const text = lines[index]!;
    const line = index + 1;

    const mark = text.includes('```') || text.includes('~~~') ? fenceMark.exec(text) : null;
    if (open !== undefined) {
      const isEnd: boolean =
        open.meant === undefined
          ? mark !== null && closes(mark, open.mark)
          : line === open.meant.end;
      if (isEnd) {
        fences.push({
          language: open.language,
          line: open.line,
          lines: open.lines,
          isClosed: true,
          ...(open.meant !== undefined && { endsEarly: open.meant.early }),
        });
        open = undefined;
      } else open.lines.push(text);
      continue;
    }
    if (mark !== null && !isComment && !(mark[1]![0] === '`' && mark[2]!.includes('`'))) {
      const language = mark[2]!
        .trim()
        .split(/[\s,{]/)[0]!
        .toLowerCase();
      const meant = holdsBlocks.has(language) ? nestedEnd(lines, index, mark[1]!) : undefined;
      open = { mark: mark[1]!, language, line, lines: [], meant };
      continue;
    }

    const isOnlyComment = isComment || /^\s*<!--/.test(text);
    if (
      isComment
        ? text.includes('-->')
        : text.includes('<!--') && !text.slice(text.lastIndexOf('<!--')).includes('-->')
    )
      isComment = !isComment;
    if (isOnlyComment) continue;

    prose.push({ line, text });
    const heading =
      text.charCodeAt(0) === 35 || text.startsWith(' ')
        ? /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/.exec(text)
        : null;
    if (heading !== null)
      headings.push({ level: heading[1]!.length, text: heading[2] ?? '', line });
    const bare = text.includes('`') ? takeSpans(text, line, spans) : text;
    if (bare.includes('](') || bare.includes(']:')) takeLinks(bare, text, line, links);
  }
  if (open !== undefined) {
    const { language, line, lines: within } = open;
    fences.push({ language, line, lines: within, isClosed: false });
  }
  return { headings, fences, spans, links, prose };
}

/** In a list a fence stands further in, so its indent is not limited to three as CommonMark has it at the margin. */
const fenceMark = /^\s*(?:>\s?)*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})(.*)$/;

interface Open {
  readonly mark: string;
  readonly language: string;
  readonly line: number;
  readonly lines: string[];
  readonly meant: { readonly early: number; readonly end: number } | undefined;
}

/** What a block is in that shows a whole file, with blocks of its own. */
const holdsBlocks = new Set(['markdown', 'md', 'mdx', 'text', 'txt']);

/** Whole files that are shown are shorter; a block that nobody closed would reach to the end. */
const longestSample = 400;

/**
 * Where a block ends that shows blocks as it was meant: who writes three back-ticks inside three
 * means the inner block to end first. Nothing where it holds none, or where its marks do not add up,
 * and then it ends as Markdown has it.
 */
function nestedEnd(
  lines: readonly string[],
  from: number,
  outer: string,
): { early: number; end: number } | undefined {
  let depth = 0;
  let early: number | undefined;
  for (let index = from + 1; index < lines.length && index < from + longestSample; index++) {
    const text = lines[index]!;
    if (!text.includes('```') && !text.includes('~~~')) continue;
    const mark = fenceMark.exec(text);
    if (mark === null || mark[1]![0] !== outer[0] || mark[1]!.length < outer.length) continue;
    if (mark[2]!.trim() !== '') {
      if (/^[\w+#.-]+$/.test(mark[2]!.trim().split(/[\s,{]/)[0]!)) depth++;
      continue;
    }
    early ??= index + 1;
    // At the end comes an empty line; "Output:" and bare marks begin a block that has no language.
    const isWithin = /\S/.test(lines[index + 1] ?? '') && early !== index + 1;
    if (depth === 0 && isWithin) depth++;
    else if (depth === 0) return early === index + 1 ? undefined : { early, end: index + 1 };
    else depth--;
  }
  return undefined;
}

const closes = ([, mark, info]: RegExpExecArray, opened: string) =>
  mark![0] === opened[0] && mark!.length >= opened.length && info!.trim() === '';

/** Collect the code spans of a line, and give it back with blanks in their place. */
function takeSpans(text: string, line: number, spans: Span[]): string {
  let bare = '';
  let at = 0;
  for (let tick = text.indexOf('`'); tick >= 0; tick = text.indexOf('`', at)) {
    let from = tick;
    while (text[from] === '`') from++;
    const run = text.slice(tick, from);
    const end = endOfSpan(text, from, run);
    const next = end < 0 ? from : end + run.length;
    if (end >= 0) spans.push({ text: text.slice(from, end).trim(), line, column: from + 1 });
    bare += text.slice(at, tick) + (end < 0 ? run : ' '.repeat(next - tick));
    at = next;
  }
  return bare + text.slice(at);
}

function endOfSpan(text: string, from: number, run: string): number {
  for (let end = text.indexOf(run, from); end >= 0; end = text.indexOf(run, end + 1)) {
    let after = end;
    while (text[after] === '`') after++;
    if (after - end === run.length) return end;
    end = after - 1;
  }
  return -1;
}

function takeLinks(bare: string, text: string, line: number, links: Link[]): void {
  for (const found of bare.matchAll(
    /\[((?:[^[\]]|\[[^\]]*\])*)\]\(\s*(?:<([^>]*)>|((?:[^\s()]|\([^\s()]*\))*))(?:\s+["'(][^)]*)?\s*\)/g,
  )) {
    links.push({
      text: text.slice(found.index + 1, found.index + 1 + found[1]!.length),
      to: found[2] ?? found[3]!,
      line,
      column: found.index + 1,
    });
  }
  const definition = /^ {0,3}\[([^\]^][^\]]*)\]:\s*<?([^\s>]+)>?/.exec(bare);
  if (definition !== null)
    links.push({ text: definition[1]!, to: definition[2]!, line, column: 1 });
}
