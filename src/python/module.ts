import type { Node } from './parser.ts';

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
