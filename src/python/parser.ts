import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
  const language = await Language.load(grammar());
  const engine = new Engine();
  engine.setLanguage(language);
  parser = engine;
}

/**
 * Where the grammar is. The build puts it into `dist`, beside us or above us: the package that it comes
 * from would be compiled wherever it is installed.
 */
function grammar(): string {
  const file = typeof __filename === 'undefined' ? fileURLToPath(import.meta.url) : __filename;
  const here = dirname(file);
  const found = [here, dirname(here)].map((each) => join(each, 'tree-sitter-python.wasm'));
  return (
    found.find(existsSync) ??
    createRequire(file).resolve('tree-sitter-python/tree-sitter-python.wasm')
  );
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
