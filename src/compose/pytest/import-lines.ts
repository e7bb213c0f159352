import { type Node, parsePython } from '../../python/parser.ts';
import { fold } from '../fastapi/fold.ts';
import { byKind, natural } from '../fastapi/imports.ts';
import { standardModules } from '../fastapi/reserved-names.ts';
import { isNode } from './read-function.ts';

/** One name that a file must import. Without a name, it is the module itself. */
export interface Wanted {
  readonly module: string;
  readonly name: string;
  readonly local: string;
}

interface Manner {
  /** Whether a module is the project's own. */
  readonly isOwn: (module: string) => boolean;
  readonly width: number;
}

/**
 * A module with some imports more, each where ruff would sort it. What stands there keeps its place.
 * https://docs.astral.sh/ruff/rules/unsorted-imports/
 */
export function withImports(text: string, wanted: readonly Wanted[], manner: Manner): string {
  return wanted.reduce((before, each) => withImport(before, each, manner), text);
}

function withImport(text: string, wanted: Wanted, manner: Manner): string {
  const edit = parsePython(text, (root) => editFor(root, wanted, manner));
  if (edit === undefined) throw new Error('loadPython() comes before withImports()');
  return text.slice(0, edit.from) + edit.text + text.slice(edit.to);
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function editFor(root: Node, wanted: Wanted, { isOwn, width }: Manner): Edit {
  const statements = root.namedChildren.filter(isNode);
  const imports = statements.filter(({ type }) =>
    /^(future_)?import_(from_)?statement$|^future_import_statement$/.test(type),
  );
  const isAliased = wanted.name !== '' && wanted.local !== wanted.name;
  const sibling = imports.find(
    (node) =>
      node.type === 'import_from_statement' &&
      node.childForFieldName('module_name')?.text === wanted.module &&
      !/\bas\b|#|\*/.test(node.text),
  );
  if (wanted.name !== '' && !isAliased && sibling !== undefined) {
    const names = sibling
      .childrenForFieldName('name')
      .filter(isNode)
      .map(({ text }) => text);
    const line = lineOf(wanted.module, [...names, wanted.name]);
    return { from: sibling.startIndex, to: sibling.endIndex, text: fold(line, width) };
  }
  const line = fold(
    wanted.name === ''
      ? `import ${wanted.module}`
      : lineOf(wanted.module, [isAliased ? `${wanted.name} as ${wanted.local}` : wanted.name]),
    width,
  );
  const key = keyOf(wanted.module, wanted.name === '', isOwn);
  const keys = imports.map((node) => ({ node, key: keyOfNode(node, isOwn) }));
  const before = keys.filter((each) => compare(each.key, key) <= 0).at(-1);
  const after = keys.find((each) => compare(each.key, key) > 0);
  const at = (index: number, added: string): Edit => ({ from: index, to: index, text: added });
  if (before?.key.section === key.section) return at(before.node.endIndex, `\n${line}`);
  if (after?.key.section === key.section) return at(after.node.startIndex, `${line}\n`);
  if (before !== undefined) return at(before.node.endIndex, `\n\n${line}`);
  if (after !== undefined) return at(after.node.startIndex, `${line}\n\n`);
  const [first] = statements.filter(({ type }) => type !== 'comment');
  return first?.namedChild(0)?.type === 'string'
    ? at(first.endIndex, `\n\n${line}`)
    : at(first?.startIndex ?? 0, `${line}\n\n`);
}

const lineOf = (module: string, names: readonly string[]) =>
  `from ${module} import ${[...new Set(names)].sort(byKind).join(', ')}`;

interface Key {
  readonly section: number;
  readonly isFrom: number;
  readonly module: string;
}

const keyOf = (module: string, isPlain: boolean, isOwn: (module: string) => boolean): Key => ({
  section: sectionOf(module, isOwn),
  isFrom: isPlain ? 0 : 1,
  module,
});

const keyOfNode = (node: Node, isOwn: (module: string) => boolean): Key =>
  node.type === 'import_statement'
    ? keyOf((node.childForFieldName('name')?.text ?? '').split(' ')[0]!, true, isOwn)
    : keyOf(node.childForFieldName('module_name')?.text ?? '__future__', false, isOwn);

function sectionOf(module: string, isOwn: (module: string) => boolean): number {
  const first = module.split('.')[0]!;
  if (first === '__future__') return 0;
  if (module.startsWith('.')) return 4;
  if (isOwn(module) || first === 'tests') return 3;
  return standardModules.has(first) ? 1 : 2;
}

const compare = (a: Key, b: Key) =>
  a.section - b.section || a.isFrom - b.isFrom || natural(a.module, b.module);
