import type { Fence, Markdown } from './markdown.ts';

/** What a text thinks of an example: `bad` shows how not to do it. */
export type Verdict = 'good' | 'bad' | undefined;

/** A fence, cut where a comment such as `# ❌ Bad` begins another example. */
export interface Example {
  readonly fence: Fence;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly verdict: Verdict;
  /** Where the part begins, counted in lines of the fence from 0. */
  readonly from: number;
  readonly lines: readonly string[];
}

const cache = new WeakMap<Markdown, readonly Example[]>();

/** All fences in their parts. Made once for each file. */
export function examplesIn(markdown: Markdown): readonly Example[] {
  const cached = cache.get(markdown);
  if (cached !== undefined) return cached;
  const prose = new Map(
    markdown.fences.length === 0 ? [] : markdown.prose.map(({ line, text }) => [line, text]),
  );
  const examples = markdown.fences.map((fence) => ({
    fence,
    parts: partsOf(fence, introduced(markdown, fence, prose)),
  }));
  cache.set(markdown, examples);
  return examples;
}

function partsOf({ lines }: Fence, introduction: Verdict): readonly Part[] {
  const cuts = lines.flatMap((line, from) => {
    const verdict = markOf(line);
    return verdict === undefined ? [] : [{ from, verdict }];
  });
  const starts = cuts[0]?.from === 0 ? cuts : [{ from: 0, verdict: introduction }, ...cuts];
  return starts
    .map(({ from, verdict }, index) => ({
      from,
      // A fence that is called bad as a whole stays bad, whatever its comments say of its parts.
      verdict: introduction === 'bad' && verdict !== 'good' ? ('bad' as const) : verdict,
      lines: lines.slice(from, starts[index + 1]?.from ?? lines.length),
    }))
    .filter(({ lines: part }) => part.some((line) => line.trim() !== ''));
}

/** A comment at the margin that begins with the verdict. */
function markOf(line: string): Verdict {
  const found = /^(?:#|\/\/|--|<!--)\s*(.{1,40})/.exec(line)?.[1];
  if (found === undefined) return undefined;
  // Apart from the words, for in any case `âŒ` is `âœ`.
  if (/^(?:✅|✓|âœ…)/u.test(found)) return 'good';
  if (/^(?:❌|✗|🚫|⛔|âŒ)/u.test(found)) return 'bad';
  if (
    /^\W*(?:bad|wrong|avoid|incorrect|don['’]?t|do not|never|before|anti-?pattern)\b/i.test(found)
  )
    return 'bad';
  return /^\W*(?:good|correct|right|preferred|better|recommended|do|after)\s*(?:[:.\-–(]|$)/i.test(
    found,
  )
    ? 'good'
    : undefined;
}

/** What stands right above the fence, or else the heading over it, tells what is to come. */
function introduced(markdown: Markdown, fence: Fence, prose: ReadonlyMap<number, string>): Verdict {
  for (let line = fence.line - 1; line > Math.max(0, fence.line - 4); line--) {
    const text = prose.get(line);
    if (text === undefined) break;
    if (text.trim() === '') continue;
    const end = text.slice(-60);
    if (/\b(?:good|correct|do|do this|preferred|better|right|recommended)\W*$|✅/i.test(end))
      return 'good';
    if (badWords.test(end)) return 'bad';
    break;
  }
  const heading = markdown.headings.findLast(({ line }) => line < fence.line)?.text ?? '';
  if (/^\W*good\b|✅/i.test(heading)) return 'good';
  return badWords.test(heading) ? 'bad' : undefined;
}

const badWords =
  /❌|✗|🚫|\b(?:bad|wrong|avoid|incorrect|anti-?patterns?|don['’]?t|do not|never|instead of|rather than|before|legacy|deprecated|vulnerable|insecure|mistakes?|pitfalls?|smells?)\b/i;
