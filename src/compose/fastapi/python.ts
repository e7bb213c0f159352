import type { Language, Node, Parser as TreeSitter } from 'web-tree-sitter';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

/** Python, read by tree-sitter. Loaded by the runs that edit a module, and by no other. */

let parser: TreeSitter | undefined;

/** Load the parser; `parsePython` needs it. */
export async function loadPython(): Promise<void> {
  if (parser !== undefined) return;
  const { Language: language, Parser } = await import('web-tree-sitter');
  await Parser.init();
  const grammar: Language = await language.load(readFileSync(grammarFile()));
  parser = new Parser().setLanguage(grammar);
}

/** The root of the syntax tree. Offsets count UTF-16 units, as strings do. */
export function parsePython(text: string): Node {
  if (parser === undefined) throw new Error('loadPython() comes before parsePython()');
  return parser.parse(text)!.rootNode;
}

const grammarFile = () =>
  createRequire(import.meta.url).resolve('tree-sitter-python/tree-sitter-python.wasm');
