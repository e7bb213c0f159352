import type { Heading, Markdown } from './markdown.ts';

/** A line of prose, and the headings that it stands under, from the outermost in. */
export interface Placed {
  readonly line: number;
  readonly text: string;
  readonly above: readonly Heading[];
}

const cache = new WeakMap<Markdown, readonly Placed[]>();

/** Every line of prose with what it stands under. Made once for each file: many checks ask for it. */
export function outline(markdown: Markdown): readonly Placed[] {
  const cached = cache.get(markdown);
  if (cached !== undefined) return cached;
  let above: readonly Heading[] = [];
  let next = 0;
  const placed = markdown.prose.map(({ line, text }) => {
    for (; markdown.headings[next] && markdown.headings[next]!.line <= line; next++) {
      const heading = markdown.headings[next]!;
      above = [...above.filter(({ level }) => level < heading.level), heading];
    }
    return { line, text, above };
  });
  cache.set(markdown, placed);
  return placed;
}

/** What a list item says, without its bullet, box, tick and bold marks; nothing where it is none. */
export function itemText(text: string): string | undefined {
  if (!mayBeItem(text)) return undefined;
  const found = itemMark.exec(text);
  return found === null ? undefined : text.slice(found[0].length).replaceAll('**', '').trim();
}

/**
 * Whether it begins with a bullet, a digit or a sign beyond ASCII. Most lines do not, and many checks
 * ask of every line.
 */
export function mayBeItem(text: string): boolean {
  let at = 0;
  while (text[at] === ' ' || text[at] === '\t') at++;
  const first = text[at];
  return first !== undefined && (/[-*+\d]/.test(first) || first > '\x7f');
}

/** A tick or a cross at the start of a line makes an item of it too, broken or not. */
const itemMark =
  /^\s*(?:(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?(?:(?:[✅❌✓✗⛔🚫]\ufe0f?|âœ…|âŒ)\s*)?|(?:[✅❌✓✗⛔🚫]\ufe0f?|âœ…|âŒ)\s*)(?=\S)/u;
