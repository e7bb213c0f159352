import { createRequire } from 'node:module';
import type { Node, Parser } from 'web-tree-sitter';

export type { Node } from 'web-tree-sitter';

let parser: Parser | undefined;

/**
 * Load the parser of Python. It takes about 0.1 s, so only a run that has Python to read does.
 */
export async function loadPython(): Promise<void> {
  if (parser !== undefined) return;
  const { Language, Parser: Engine } = await import('web-tree-sitter');
  await Engine.init();
  const { resolve } = createRequire(
    typeof __filename === 'undefined' ? import.meta.url : __filename,
  );
  const language = await Language.load(resolve('tree-sitter-python/tree-sitter-python.wasm'));
  const engine = new Engine();
  engine.setLanguage(language);
  parser = engine;
}

export const isLoaded = (): boolean => parser !== undefined;

/** What `take` makes of a parsed text; nothing where no parser is loaded. The tree is freed. */
export function parsePython<T>(code: string, take: (root: Node) => T): T | undefined {
  const tree = parser?.parse(code) ?? undefined;
  if (tree === undefined) return undefined;
  try {
    return take(tree.rootNode);
  } finally {
    tree.delete();
  }
}
