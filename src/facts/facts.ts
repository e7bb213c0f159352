import type { Markdown } from '../text/markdown.ts';
import { oncePerTree } from '../once-per-tree.ts';
import { outline } from '../text/outline.ts';
import { placeOf } from '../place.ts';
import { reading } from '../reading.ts';

/** One value of one fact, and where it is said. */
export interface Fact {
  /** What it is about, such as `coverage in staging`: two places that name it must say the same. */
  readonly about: string;
  readonly value: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** The facts of all agent files of a repository, in the order of their paths. */
export const factsIn = oncePerTree('texts', ({ tree, targets }): readonly Fact[] =>
  tree.paths().flatMap((path) => {
    const place = path.endsWith('.md') ? placeOf(path, targets) : undefined;
    if (place === undefined || place.kind === 'persona') return [];
    const text = tree.read(path) ?? '';
    if (!statesFacts(text)) return [];
    const { document, markdown, lines } = reading(text);
    return [...factsOf(path, markdown), ...budgetOf(path, document.head, lines)];
  }),
);

/** Whether a text may say anything that is asked for here. */
export const statesFacts = (text: string): boolean =>
  (text.includes('%') && /coverage/i.test(text)) ||
  ['uvx ', 'uv run ', 'persona_token_budget'].some((word) => text.includes(word));

/** What one text says of coverage by stage, and of how a tool is run. */
export function factsOf(path: string, markdown: Markdown): readonly Fact[] {
  const stages = outline(markdown).flatMap(({ line, text, above }) => {
    if (text.length > 500 || !text.includes('%')) return [];
    const isAbout = /coverage/i.test(text) || above.some((each) => /coverage/i.test(each.text));
    const gates = isAbout ? gatesIn(text) : [];
    const found = gates.length === 0 && isAbout ? thresholdIn(text) : gates;
    return found.map((gate) => ({ ...gate, path, line }));
  });
  const runs = [
    ...markdown.spans.map(({ text, line, column }) => ({ text, line, column })),
    ...markdown.fences
      .filter(({ language }) => /^(bash|sh|shell|zsh|console)$/.test(language))
      .flatMap(({ lines, line }) =>
        lines.map((text, index) => ({ text, line: line + 1 + index, column: 1 })),
      ),
  ].flatMap(({ text, line, column }) => {
    const found = /(?:^|[\s;&$])(uvx|uv run)\s+(ruff|pyright|mypy|pytest|black|ty)\b/.exec(text);
    return found === null || /^\s*#/.test(text)
      ? []
      : [{ about: `how ${found[2]} is run`, value: `${found[1]} ${found[2]}`, path, line, column }];
  });
  return [...stages, ...runs];
}

/** What a fact is about that other files may see otherwise. */
export const inOneFile = 'the least coverage';

const stageWords = /\b(dev(?:elopment)?|staging|prod(?:uction)?)\b/gi;

/** `≥60% coverage (dev), ≥70% (staging)`: a number and a stage between two commas belong together. */
function gatesIn(text: string): readonly { about: string; value: string; column: number }[] {
  let at = 0;
  return text.split(/(?<=[,;|.])/).flatMap((piece) => {
    const column = at + 1;
    at += piece.length;
    const numbers = [...piece.matchAll(/(\d{2,3})\s?%/g)];
    const stages = [...piece.matchAll(stageWords)];
    if (numbers.length !== 1 || stages.length !== 1 || /\b(from|below|under|dropp)/i.test(piece))
      return [];
    const stage = stages[0]![0].toLowerCase();
    const full = stage.startsWith('dev')
      ? 'development'
      : stage.startsWith('prod')
        ? 'production'
        : 'staging';
    return [
      {
        about: `coverage in ${full}`,
        value: `${numbers[0]![1]} %`,
        column: column + Math.max(0, piece.search(/\S/)),
      },
    ];
  });
}

/**
 * "Test coverage must be at least 80%": a threshold for no stage and no part of the code. Agents of one
 * repository may have their own, so two places are only held against each other in one file.
 */
function thresholdIn(text: string): readonly { about: string; value: string; column: number }[] {
  const numbers = [...text.matchAll(/\b(\d{2,3})\s?%/g)];
  if (numbers.length !== 1 || isPartial.test(text)) return [];
  const [{ 1: number, index }] = numbers as [RegExpExecArray];
  const before = text.slice(Math.max(0, index - 60), index);
  const after = text.slice(index, index + 40);
  const isLeast =
    /\b(?:at least|minimum(?: of)?|above|over|exceed\w*|target\w*(?: of)?|maintain)\s*$|[≥>]=?\s*$/i;
  const hasWord =
    /\bcoverage\b[^.;]{0,40}$/i.test(before) ||
    /^\d+\s?%\+?\s+(?:(?:test|code)\s+)?coverage\b/i.test(after);
  return hasWord && isLeast.test(before)
    ? [{ about: inOneFile, value: `${number} %`, column: index + 1 }]
    : [];
}

/** Of a part of the code, of a kind of tests, or of what was measured once. */
const isPartial =
  /\b(critical|new|changed|unit|integration|e2e|end-to-end|branch|lines?|functions?|statements?|mutation|business|core|domain|api|ui|per|each|package|legacy|from|below|under|dropp\w*|current\w*|currently|increase\w*|was|if|goal)\b/i;

/** Files that speak for the same persona of Hypertool declare its budget, each for itself. */
function budgetOf(
  path: string,
  head: Readonly<Record<string, unknown>>,
  lines: readonly string[],
): readonly Fact[] {
  const { hypertool_persona: persona, persona_token_budget: budget } = head;
  if (typeof persona !== 'string' || typeof budget !== 'number') return [];
  const line =
    1 +
    Math.max(
      0,
      lines.findIndex((each) => each.startsWith('persona_token_budget')),
    );
  const said = lines.findIndex((each) => /\*\*Persona:?\*\*.*\(\d+ tokens/.test(each));
  const spoken = said < 0 ? undefined : /\((\d+) tokens/.exec(lines[said]!)?.[1];
  const about = `the budget of ${persona}`;
  return [
    { about, value: `${budget} tokens`, path, line, column: 1 },
    ...(spoken === undefined
      ? []
      : [{ about, value: `${spoken} tokens`, path, line: said + 1, column: 1 }]),
  ];
}
