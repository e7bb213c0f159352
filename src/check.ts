import { asMarkdown, type View } from './text/as-markdown.ts';
import type { Document } from './front-matter.ts';
import type { Markdown } from './text/markdown.ts';
import type { Persona } from './persona.ts';
import { isMarkdown, type Place } from './place.ts';
import { reading } from './reading.ts';
import type { Edit, Finding, Level } from './stages.ts';
import type { Target } from './target.ts';
import type { Tree } from './tree.ts';

/** What a check says of a file; its name and path are added for it. */
export interface Remark {
  readonly says: string;
  readonly mend: string;
  /** Both count from 1, which is also what they are when left out. */
  readonly line?: number;
  readonly column?: number;
  /** Where it is not the check's own. */
  readonly level?: Level;
  readonly fix?: readonly Edit[];
}

/** One file as a check sees it. What takes work is done when first asked for, and once. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
  /** Which tool reads it, and as what. */
  readonly place: Place;
  readonly document: Document;
  readonly markdown: Markdown;
  /** Where a place of `text` is in the file itself, which is in another format than Markdown. */
  readonly where?: View['where'];
  readonly mend?: View['mend'];
}

export interface Check {
  /** Kebab-case and the same as the file's name. Never changes once released. */
  readonly name: string;
  readonly level: Level;
  /** Why the rule exists, in a sentence or two. Shown by `create-persona explain`. */
  readonly why: string;
  /** Whether the check has anything to say about such files. */
  readonly reads: (place: Place) => boolean;
  /** A file that passes and a file that does not. Both are run by the tests. */
  readonly good: Example;
  readonly bad: Example;
  readonly remarks: (file: TextFile, context: Context) => Iterable<Remark>;
}

/** The files of a repository, and the tools that may read them. */
export interface Repository {
  readonly tree: Tree;
  readonly targets: readonly Target[];
  /** The tree for what is read off many files at once, and which of them: noted as one sight. */
  readonly gather?: (what: Gathering) => Tree;
}

/** What a check may look at beside the file itself. */
export interface Context extends Repository {
  /** Those that ship and those of the project. */
  readonly personas: ReadonlyMap<string, Persona>;
  /** As `2026-01-31`, where it counts which day it is. */
  readonly today?: string | undefined;
  /** The day by whose truth everything is judged, where that is not today. */
  readonly asOf?: string;
}

/**
 * What a check has seen beside the file in hand, one sight for each thing: `has docs/a.md`, `read
 * package.json`, `under src`, `paths` (every path), `personas`, `today`, or one of the gatherings. What it
 * said holds as long as each of them looks the same.
 */
export type Sight = string;

/** What is read off many files at once, and kept for the whole run. */
export type Gathering = 'agents' | 'texts' | 'code';

/** What the checks say of one file, before anybody has weighed it. */
export interface Said {
  readonly findings: readonly Finding[];
  /** The checks that looked at more than the file itself, and at what: it holds as long as that looks the same. */
  readonly wide: Readonly<Record<string, readonly Sight[]>>;
}

export interface Example {
  readonly path: string;
  readonly text: string;
}

export const defineCheck = (check: Check): Check => check;

export function textFile(path: string, text: string, place: Place): TextFile {
  return isMarkdown(path) ? markdownFile(path, text, place) : viewed(path, text, place);
}

/** A file in another format, as Markdown; what cannot be read has no text at all. */
function viewed(path: string, text: string, place: Place): TextFile {
  const document = place.target?.parse?.(text, path);
  if (document === undefined || document.broken !== undefined)
    return { ...markdownFile(path, text, place), ...(document && { document }), markdown: nothing };
  const view = asMarkdown(path, text, document);
  const { lines, markdown } = reading(view.text);
  return { path, place, ...view, lines, markdown };
}

const nothing: Markdown = { headings: [], fences: [], spans: [], links: [], prose: [] };

function markdownFile(path: string, text: string, place: Place): TextFile {
  const read = reading(text);
  return {
    path,
    text,
    place,
    get lines() {
      return read.lines;
    },
    get document() {
      return place.target?.parse?.(text, path) ?? read.document;
    },
    get markdown() {
      return read.markdown;
    },
  };
}

/** Run every check over one file. Findings come in the order of their places. */
export function inspect(
  checks: readonly Check[],
  file: TextFile,
  context: Context,
): readonly Finding[] {
  const findings = checks
    .filter((check) => check.reads(file.place))
    .flatMap((check) =>
      [...check.remarks(file, context)].map((remark) => ({
        check: check.name,
        path: file.path,
        level: check.level,
        line: 1,
        column: 1,
        ...inPlace(remark, file),
      })),
    );
  return findings.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** A remark on a text that is a view of a file, told of the file. It mends what is certain there too. */
function inPlace(remark: Remark, { where, mend: mended }: TextFile): Remark {
  if (where === undefined) return remark;
  const { fix, line = 1, column = 1, says, ...rest } = remark;
  const edits = fix?.flatMap((edit) => mended?.(edit) ?? []);
  const told = says.replace(
    /\b([Ll]ines? )(\d+)/g,
    (__, word: string, nth: string) => `${word}${where({ line: Number(nth), column: 1 }).line}`,
  );
  const mends = edits !== undefined && edits.length === fix?.length;
  return { ...rest, says: told, ...where({ line, column }), ...(mends && { fix: edits }) };
}

/** What of a workspace the checks need. */
export interface Scene {
  readonly project: Tree;
  readonly targets: readonly Target[];
  readonly personas: ReadonlyMap<string, Persona>;
  readonly today?: string;
  readonly asOf?: string;
  /** What is left of the findings of a file once the team and the file itself have had their say. */
  readonly weigh?: (file: TextFile, findings: readonly Finding[]) => readonly Finding[];
  /** What the conventions say of code, in the project as it will be. */
  readonly code?: (tree: Tree) => Promise<readonly Finding[]>;
}

export const contextOf = (tree: Tree, { personas, targets, today, asOf }: Scene): Context => ({
  tree,
  personas,
  targets,
  ...(today !== undefined && { today }),
  ...(asOf !== undefined && { asOf }),
});
