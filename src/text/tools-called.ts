import type { Markdown } from './markdown.ts';

export interface ToolCalled {
  readonly name: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  /** Whether the word "tool" stands behind it; without, only a name of its own shape is one. */
  readonly isSaid: boolean;
}

/**
 * The tools that sentences tell their reader to use: "using `read_file`", "with the `fetch` tool",
 * "Use Glob tool". What a sentence forbids, puts off or offers as one of two is none.
 */
export function toolsCalled({ prose }: Markdown): readonly ToolCalled[] {
  return prose.flatMap(({ line, text }) => {
    if (
      !/\btool\b|`\w+_\w+`|\b(?:\w*se|\w+ing|call|\w+ke|via|with|the|your) `[A-Z]\w+`/i.test(
        text,
      ) ||
      refused.test(text)
    )
      return [];
    return patterns.flatMap(({ pattern, isSaid }) =>
      [...text.matchAll(pattern)].map((found) => ({
        name: found[1]!,
        line,
        column: found.index + found[0].indexOf(found[1]!) + 1,
        isSaid,
      })),
    );
  });
}

const patterns: readonly { readonly pattern: RegExp; readonly isSaid: boolean }[] = [
  {
    pattern:
      /\b(?:use|using|call|calling|invoke|invoking|via|with)\s+(?:the\s+|your\s+)?[`'"]([A-Za-z][\w./-]{0,60})[`'"]\s+tool\b/gi,
    isSaid: true,
  },
  {
    pattern:
      /\b(?:[Uu]se|[Uu]sing|[Cc]all|[Ii]nvoke|[Vv]ia|[Ww]ith)\s+(?:the\s+)?([A-Z]\w{2,20})\s+tool\b/g,
    isSaid: true,
  },
  {
    // `Bash`, `WebFetch`: a name of that shape in back-ticks, if a tool has it, is one.
    pattern:
      /\b(?:[Uu]se|[Uu]sing|[Cc]all|[Ii]nvoke|[Vv]ia|[Ww]ith)\s+(?:the\s+|your\s+)?`([A-Z][A-Za-z]{2,20})`(?!\s+tool\b)/g,
    isSaid: true,
  },
  {
    pattern:
      /\b(?:use|using|call|calling|invoke|run|via|with)\s+(?:the\s+|your\s+)?`([a-z]+(?:_[a-z]+)+)`(?!\s+tool\b)/gi,
    isSaid: false,
  },
];

const refused =
  /\b(?:not|never|n't|without|instead of|rather than|avoid|unavailable|if available|when available|or equivalent|e\.g\.|for example|user|orchestrator|subagents?)\b|n['’]t\b/i;

/**
 * The tools to which a sentence limits its reader: "any tool other than `a` and `b`", "only use the
 * `a` and `b` tools". Nothing where no sentence does.
 */
export function toolsLeft({
  prose,
}: Markdown): { names: readonly string[]; line: number } | undefined {
  for (const { line, text } of prose) {
    const list = limits
      .exec(text)
      ?.slice(1)
      .find((each) => each !== undefined);
    if (list !== undefined)
      return { names: [...list.matchAll(/`([^`]+)`/g)].map((found) => found[1]!), line };
  }
  return undefined;
}

const names = '((?:`[\\w./*#:-]+`(?:,\\s*(?:and |or )?|\\s+and\\s+|\\s+or\\s+)?)+)';
const limits = new RegExp(
  `\\b(?:any|no) (?:other )?tools? (?:other than|except|besides|but|than) (?:the )?${names}|\\bonly (?:use|call) (?:the )?${names}\\s*tools?\\b`,
  'i',
);
