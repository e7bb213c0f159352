import { sectionsOf } from '../text/sections.ts';

/** What one section of a body costs, and where it could go. */
export interface Item {
  /** Empty for what stands before the first heading. */
  readonly title: string;
  readonly tokens: number;
  /** What it could become; nothing for what an agent must know in every request. */
  readonly movesTo?: Shelf;
}

export type Shelf = 'an instruction' | 'a skill' | 'a memory';

/**
 * The sections of a body with what each costs, in their order. The sum may be a few tokens off the
 * whole: a token can go over a cut.
 */
export const billOf = (body: string, count: (text: string) => number): readonly Item[] =>
  sectionsOf(body).map(({ title, text }) => {
    const movesTo = title === '' ? undefined : shelfOf(title, text);
    return {
      title,
      tokens: count(title === '' ? text : `## ${title}\n\n${text}`),
      ...(movesTo !== undefined && { movesTo }),
    };
  });

/**
 * The fewest sections, the dearest first, that bring a body down to its budget. All that could be
 * moved, where even that does not.
 */
export function whatToMove(items: readonly Item[], tooMany: number): readonly Item[] {
  let left = tooMany;
  return items
    .filter(({ movesTo }) => movesTo !== undefined)
    .toSorted((a, b) => b.tokens - a.tokens)
    .filter(({ tokens }) => {
      const isNeeded = left > 0;
      if (isNeeded) left -= tokens;
      return isNeeded;
    });
}

/** Who one is, what one may and may not do, and whom one asks stay where every request sees them. */
const stays =
  /\b(role|identity|persona|mission|purpose|overview|tools?|restrict|constraint|limit|boundar|scope|never|don'?t|do not|must|hand-?offs?|consult|delegat|escalat|when to|output format)/i;

function shelfOf(title: string, text: string): Shelf | undefined {
  if (stays.test(title)) return undefined;
  if (
    /\b(task|workflow|process|procedure|steps?|playbook|checklist|how to|recipe|migration)/i.test(
      title,
    )
  )
    return 'a skill';
  if (
    /\b(resource|reference|documentation|links|research|lesson|memor|history|notes?)/i.test(title)
  )
    return 'a memory';
  if (
    /\b(standard|pattern|quality|style|convention|guideline|best practice|testing|rules?)/i.test(
      title,
    )
  )
    return 'an instruction';
  return /^\s*(```|~~~)/m.test(text) ? 'a skill' : 'an instruction';
}
