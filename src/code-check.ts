import type { Remark } from './check.ts';
import type { Node } from './python.ts';

/**
 * A check that holds one convention, over code: what a convention says in `templates/conventions/` a
 * check of this shelf looks for in the files that the convention `applies` to. Which conventions are
 * kept, a persona says.
 */
export interface CodeCheck {
  /** As a convention names it under `check`, and the same as the file's name. */
  readonly name: string;
  /** What it finds, and what no look at the code alone can tell. Shown by `create-persona explain`. */
  readonly why: string;
  /** Where the examples of the convention would stand. */
  readonly example: string;
  readonly remarks: (module: Module) => Iterable<Remark>;
}

/** One file of code. It has been parsed if it is Python; any other has only its text. */
export interface Module {
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
  /** All nodes of these types, in the order of their places. Looked for once. */
  readonly all: (type: string) => readonly Node[];
  /** Another file of the project, such as `pyproject.toml`, where it is known. */
  readonly beside: (path: string) => string | undefined;
}

export const defineCodeCheck = (check: CodeCheck): CodeCheck => check;

/** A file as the checks see it. `root` must live until they are done. */
export function moduleOf(
  { path, text }: { readonly path: string; readonly text: string },
  root: Node | undefined,
  beside: Module['beside'],
): Module {
  const found = new Map<string, readonly Node[]>();
  return {
    path,
    text,
    beside,
    lines: text.split(/\r?\n/),
    all: (type) => {
      const known = found.get(type) ?? root?.descendantsOfType(type).filter(isNode) ?? [];
      found.set(type, known);
      return known;
    },
  };
}

export const isNode = (node: Node | null): node is Node => node !== null;

/** Where a node begins, as a remark says it. */
export const at = ({
  startPosition,
}: Node): { readonly line: number; readonly column: number } => ({
  line: startPosition.row + 1,
  column: startPosition.column + 1,
});
