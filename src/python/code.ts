import { type Example, examplesIn, type Part } from '../text/examples.ts';
import type { Markdown } from '../text/markdown.ts';
import { builtins } from './names.ts';
import type { Call, Code, Mark, Named, Place, Signature } from './example.ts';
import { branches, callOf, firstFault, nameOf, roleOf, signatureOf } from './nodes.ts';
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
  const at = ({ startPosition: { row, column } }: Node): Place => ({
    line: first + row,
    column: column + 1 + indent,
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
  for (const branch of branches(root)) {
    const { node, type } = branch;
    switch (type) {
      case 'identifier': {
        const role = roleOf(branch);
        const name = node.text;
        if (role === 'import') imported.add(name);
        if (role === 'import' || role === 'binding' || role === 'parameter') bound.add(name);
        if (role === 'use') used.push({ name, ...at(node) });
        if (role === 'parameter' && shadowable.has(name))
          marks.push({ is: 'shadowed', name, ...at(node) });
        break;
      }
      case 'wildcard_import':
        imported.add('*');
        break;
      case 'function_definition': {
        const signature = signatureOf(node, at);
        if (signature !== undefined) functions.push(signature);
        if (isEmptyTest(node))
          marks.push({ is: 'test without assert', name: nameOf(node), ...at(node) });
        break;
      }
      case 'call':
        calls.push(callOf(branch, at));
        break;
      case 'except_clause':
        if (isBare(node)) marks.push({ is: 'bare except', name: 'except', ...at(node) });
        break;
      case 'raise_statement':
        if (hidesCause(node)) {
          const name = node.text.slice(6, 40).split('(')[0]!;
          marks.push({ is: 'raise without from', name, ...at(node) });
        }
    }
  }
  const open = imported.has('*')
    ? []
    : used
        .filter(({ name }) => !bound.has(name) && !builtins.has(name))
        .sort((a, b) => a.line - b.line || a.column - b.column);
  return { bound, imported, open, functions, calls, marks };
}
