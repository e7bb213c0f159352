import { type Example, examplesIn, type Part } from '../text/examples.ts';
import type { Markdown } from '../text/markdown.ts';
import { builtins } from './names.ts';
import type { Call, Code, Mark, Named, Place, Signature } from './example.ts';
import { callOf, firstFault, nameOf, roleOf, signatureOf } from './nodes.ts';
import { hidesCause, isBare, isEmptyTest, shadowable } from './smells.ts';
import { type Node, parsePython } from './parser.ts';

export type { Call, Code, Mark, Named, Signature } from './example.ts';

const cache = new WeakMap<Markdown, readonly Code[]>();

/** Every example of Python in a text; none where its parser is not loaded. Read once for each file. */
export function pythonIn(markdown: Markdown): readonly Code[] {
  const cached = cache.get(markdown);
  if (cached !== undefined) return cached;
  const codes = examplesIn(markdown)
    .filter(({ fence }) => /^(python3?|py)$/.test(fence.language) && fence.lines.length < 2_000)
    .flatMap((example) => example.parts.flatMap((part) => read(example, part) ?? []));
  if (codes.length > 0) cache.set(markdown, codes);
  return codes;
}

function read(example: Example, part: Part): Code | undefined {
  const indent = Math.min(
    ...part.lines.flatMap((line) => (line.trim() === '' ? [] : [line.search(/\S/)])),
  );
  const text = part.lines.map((line) => line.slice(indent)).join('\n');
  const first = example.fence.line + part.from + 1;
  const at = (node: Node): Place => ({
    line: first + node.startPosition.row,
    column: node.startPosition.column + 1 + indent,
  });
  const known = { example, part, line: first, text };
  return parsePython(text, (root) => {
    if (root.hasError) return { ...known, ...nothing, fault: at(firstFault(root)) };
    return { ...known, fault: undefined, ...collect(root, at) };
  });
}

const nothing = {
  bound: new Set<string>(),
  imported: new Set<string>(),
  open: [],
  functions: [],
  calls: [],
  marks: [],
};

function collect(root: Node, at: (node: Node) => Place) {
  const bound = new Set<string>();
  const imported = new Set<string>();
  const used: Named[] = [];
  const functions: Signature[] = [];
  const calls: Call[] = [];
  const marks: Mark[] = [];
  const todo: Node[] = [root];
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (node.type === 'identifier') {
      const role = roleOf(node);
      if (role === 'import') imported.add(node.text);
      if (role === 'import' || role === 'binding') bound.add(node.text);
      if (role === 'use') used.push({ name: node.text, ...at(node) });
      if (role === 'parameter') {
        bound.add(node.text);
        if (shadowable.has(node.text)) marks.push({ is: 'shadowed', name: node.text, ...at(node) });
      }
    }
    if (node.type === 'wildcard_import') imported.add('*');
    if (node.type === 'function_definition') {
      const signature = signatureOf(node, at);
      if (signature !== undefined) functions.push(signature);
      if (isEmptyTest(node))
        marks.push({ is: 'test without assert', name: nameOf(node), ...at(node) });
    }
    if (node.type === 'call') calls.push(callOf(node, at));
    if (node.type === 'except_clause' && isBare(node))
      marks.push({ is: 'bare except', name: 'except', ...at(node) });
    if (node.type === 'raise_statement' && hidesCause(node))
      marks.push({
        is: 'raise without from',
        name: node.text.slice(6, 40).split('(')[0]!,
        ...at(node),
      });
    for (const child of node.namedChildren) if (child !== null) todo.push(child);
  }
  const open = imported.has('*')
    ? []
    : used
        .filter(({ name }) => !bound.has(name) && !builtins.has(name))
        .sort((a, b) => a.line - b.line || a.column - b.column);
  return { bound, imported, open, functions, calls, marks };
}
