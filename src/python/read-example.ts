import { builtins } from './names.ts';
import type { Call, Mark, Named, Place, Reading, Signature } from './example.ts';
import { branches, callOf, firstFault, nameOf, roleOf, signatureOf } from './nodes.ts';
import { type Node, parsePython } from './parser.ts';
import { hidesCause, isBare, isEmptyTest, shadowable } from './smells.ts';

/**
 * What a text says as Python. Lines count from 0 and columns from 1, in the text alone; nothing in
 * it is a node, so the tree can be freed.
 *
 * @returns nothing where no parser is loaded
 */
export const readExample = (text: string): Reading | undefined =>
  parsePython(text, (root) =>
    root.hasError
      ? { ...nothing, fault: at(firstFault(root)) }
      : { fault: undefined, ...collect(root) },
  );

const at = ({ startPosition: { row, column } }: Node): Place => ({ line: row, column: column + 1 });

const nothing = {
  bound: new Set<string>(),
  imported: new Set<string>(),
  open: [],
  functions: [],
  calls: [],
  marks: [],
};

function collect(root: Node): Omit<Reading, 'fault'> {
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
